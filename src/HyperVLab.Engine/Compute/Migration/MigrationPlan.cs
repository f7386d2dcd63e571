using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>How a migration is to be carried out.</summary>
internal sealed record MigrationPlan
{
    /// <summary>The host to go to.</summary>
    public required Key<PhysicalComputer> Target { get; init; }

    /// <summary>How to go.</summary>
    public required MigrationKind Kind { get; init; }

    /// <summary>How fast memory is sent; by default what one network of 1 Gbit/s carries.</summary>
    public long BytesPerSecond { get; init; } = ComputeSettings.UsableBytesPerGigabit;

    /// <summary>How fast it were sent if no frame were lost or late; 0 for just as fast.</summary>
    public long UnimpairedBytesPerSecond { get; init; }

    /// <summary>The adapters between which memory is sent; null where it is not sent over the network.</summary>
    public MigrationLink? Link { get; init; }

    /// <summary>How long the storage takes to change owner; zero on a cluster shared volume.</summary>
    public TimeSpan StorageHandOver { get; init; }
}
