using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management;

/// <summary>A request that says what virtual machines are made of by a profile; null for what stays as it is.</summary>
public abstract record HardwareWish : LabRequest, IHardwareWish
{
    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <inheritdoc/>
    public int? CPUCount { get; init; }

    /// <inheritdoc/>
    public int? MemoryMB { get; init; }

    /// <inheritdoc/>
    public bool? CPULimitForMigration { get; init; }

    /// <inheritdoc/>
    public bool? HighlyAvailable { get; init; }
}
