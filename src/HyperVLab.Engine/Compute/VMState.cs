namespace HyperVLab.Engine.Compute;

/// <summary>
/// The state of a virtual machine, with the names and numbers of Microsoft.HyperV.PowerShell.VMState; those that
/// nothing in the lab reaches are left out.
/// </summary>
public enum VMState
{
    /// <summary>It runs.</summary>
    Running = 2,

    /// <summary>It is off.</summary>
    Off = 3,

    /// <summary>Its guest shuts down, or it is being turned off.</summary>
    Stopping = 4,

    /// <summary>Memory and devices are kept in files; nothing runs.</summary>
    Saved = 6,

    /// <summary>It keeps its memory and gets no processor time.</summary>
    Paused = 9,

    /// <summary>It is being started or restored.</summary>
    Starting = 10,

    /// <summary>It is being reset.</summary>
    Reset = 11,

    /// <summary>Its memory is being written to files.</summary>
    Saving = 32773,

    /// <summary>It is being paused.</summary>
    Pausing = 32776,

    /// <summary>It is being resumed.</summary>
    Resuming = 32777,

    /// <summary>It was paused because its storage is gone or full.</summary>
    PausedCritical = 32789,
}
