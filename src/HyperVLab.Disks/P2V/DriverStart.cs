namespace HyperVLab.Disks.P2V;

/// <summary>When a driver starts: the value Start of its service.</summary>
public enum DriverStart
{
    /// <summary>The boot loader loads it, as all must be that the system's disk needs.</summary>
    Boot = 0,

    /// <summary>The kernel loads it while it starts.</summary>
    System = 1,

    /// <summary>The service manager starts it.</summary>
    Automatic = 2,

    /// <summary>It is started when a device needs it.</summary>
    Manual = 3,

    /// <summary>It is never started.</summary>
    Disabled = 4,
}
