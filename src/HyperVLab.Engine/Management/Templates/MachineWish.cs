namespace HyperVLab.Engine.Management;

/// <summary>A request that says what a virtual machine is made of and what its guest is told.</summary>
public abstract record MachineWish : GuestWish, IHardwareWish
{
    /// <inheritdoc/>
    public int? CPUCount { get; init; }

    /// <inheritdoc/>
    public int? MemoryMB { get; init; }

    /// <inheritdoc/>
    public bool? CPULimitForMigration { get; init; }

    /// <inheritdoc/>
    public bool? HighlyAvailable { get; init; }
}
