namespace HyperVLab.Engine.Clustering;

/// <summary>How a clustered virtual machine is moved; values of the real module.</summary>
public enum VmMigrationType
{
    /// <summary>Turned off, moved and started.</summary>
    TurnOff = 0,

    /// <summary>Saved, moved and resumed.</summary>
    Quick = 1,

    /// <summary>Shut down, moved and started.</summary>
    Shutdown = 2,

    /// <summary>Shut down whether the guest agrees or not, moved and started.</summary>
    ShutdownForce = 3,

    /// <summary>While it runs.</summary>
    Live = 4,
}
