namespace HyperVLab.Engine.Management;

/// <summary>What a virtual machine is made of.</summary>
/// <param name="CPUCount">How many processors.</param>
/// <param name="MemoryMB">How much memory, in megabytes.</param>
/// <param name="CPULimitForMigration">Whether processors hide what differs between generations.</param>
public sealed record HardwareSettings(int CPUCount, int MemoryMB, bool CPULimitForMigration)
{
    /// <summary>What nobody said otherwise: one processor and 512 MB, as a new profile has (VMM 2008 R2).</summary>
    public static HardwareSettings Usual { get; } = new(1, 512, false);

    /// <summary>Whether a cluster keeps it.</summary>
    public bool HighlyAvailable { get; init; }
}
