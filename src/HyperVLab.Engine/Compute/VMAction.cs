namespace HyperVLab.Engine.Compute;

/// <summary>What can be asked of a virtual machine's lifecycle.</summary>
public enum VMAction
{
    /// <summary>Starts it, or restores it where it is saved.</summary>
    Start,

    /// <summary>Shuts its guest down.</summary>
    ShutDown,

    /// <summary>Cuts its power.</summary>
    TurnOff,

    /// <summary>Saves its state.</summary>
    Save,

    /// <summary>Pauses it.</summary>
    Suspend,

    /// <summary>Resumes it.</summary>
    Resume,

    /// <summary>Resets it, as its reset button would.</summary>
    Reset,
}
