namespace HyperVLab.Engine.Compute;

/// <summary>What decides how long a change of state takes.</summary>
internal enum TransitionTime
{
    /// <summary>Powering on.</summary>
    PowerOn,

    /// <summary>Cutting the power.</summary>
    PowerOff,

    /// <summary>The reset button.</summary>
    Reset,

    /// <summary>Pausing or resuming.</summary>
    Pause,

    /// <summary>The guest's own shutdown.</summary>
    GuestShutdown,

    /// <summary>Writing or reading all memory.</summary>
    SavedState,
}
