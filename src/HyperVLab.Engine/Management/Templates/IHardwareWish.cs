namespace HyperVLab.Engine.Management;

/// <summary>What somebody wants of a virtual machine's hardware; null for what stays as it is.</summary>
internal interface IHardwareWish
{
    /// <summary>How many processors.</summary>
    int? CPUCount { get; }

    /// <summary>How much memory, in megabytes.</summary>
    int? MemoryMB { get; }

    /// <summary>Whether processors hide what differs between generations.</summary>
    bool? CPULimitForMigration { get; }

    /// <summary>Whether a cluster keeps it.</summary>
    bool? HighlyAvailable { get; }
}
