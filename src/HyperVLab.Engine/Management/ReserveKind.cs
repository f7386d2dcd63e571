namespace HyperVLab.Engine.Management;

/// <summary>The resources of which hosts have reserves.</summary>
public enum ReserveKind
{
    /// <summary>Processors, in percent.</summary>
    CPU,

    /// <summary>Memory, in megabytes.</summary>
    Memory,

    /// <summary>Room of each volume, in megabytes.</summary>
    DiskSpace,

    /// <summary>Disk I/O, in operations a second.</summary>
    DiskIO,

    /// <summary>The network, in percent.</summary>
    Network,
}
