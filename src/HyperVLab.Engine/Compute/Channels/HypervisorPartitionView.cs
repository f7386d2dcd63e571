namespace HyperVLab.Engine.Compute.Channels;

/// <summary>The hypervisor of a host, its parent partition, or one of its child partitions.</summary>
public sealed record HypervisorPartitionView
{
    /// <summary>The host.</summary>
    public required string ComputerName { get; init; }

    /// <summary>0 for the hypervisor, 1 for the parent, and a number for each child.</summary>
    public required int PartitionId { get; init; }

    /// <summary>Which of the three it is.</summary>
    public required PartitionKind Kind { get; init; }

    /// <summary>The hypervisor's file, the management operating system, or the virtual machine.</summary>
    public required string Name { get; init; }

    /// <summary>The virtual machine's identifier; null unless it is a child.</summary>
    public Guid? VMId { get; init; }

    /// <summary>What it does.</summary>
    public required PartitionState State { get; init; }

    /// <summary>How many virtual processors it has; for the hypervisor how many logical ones it shares out.</summary>
    public required int ProcessorCount { get; init; }

    /// <summary>The memory that is its own, in bytes; the lab counts the hypervisor's within the parent's.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>How many channels of the VMBus are open to it; for the parent, of all its children.</summary>
    public required int OpenChannels { get; init; }
}
