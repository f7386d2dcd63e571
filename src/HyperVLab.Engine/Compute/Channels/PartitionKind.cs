namespace HyperVLab.Engine.Compute.Channels;

/// <summary>What a host with Hyper-V is divided into.</summary>
public enum PartitionKind
{
    /// <summary>The hypervisor itself, below all partitions.</summary>
    Hypervisor,

    /// <summary>The parent (root) partition: the management operating system with the drivers.</summary>
    Parent,

    /// <summary>A child partition: a virtual machine.</summary>
    Child,
}
