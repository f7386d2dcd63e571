using HyperVLab.Engine.Compute.Channels;

namespace HyperVLab.Objects;

/// <summary>The hypervisor of a host, or a partition above it, as Get-LabHypervisorPartition writes it.</summary>
public sealed class HypervisorPartition
{
    private readonly HypervisorPartitionView _view;

    internal HypervisorPartition(HypervisorPartitionView view) => _view = view;

    /// <summary>The host.</summary>
    public string ComputerName => _view.ComputerName;

    /// <summary>0 for the hypervisor, 1 for the parent, and a number for each child.</summary>
    public int PartitionId => _view.PartitionId;

    /// <summary>Whether it is the hypervisor, the parent or a child.</summary>
    public PartitionKind Kind => _view.Kind;

    /// <summary>The hypervisor's file, the management operating system, or the virtual machine.</summary>
    public string Name => _view.Name;

    /// <summary>The virtual machine's identifier; empty unless it is a child.</summary>
    public Guid? VMId => _view.VMId;

    /// <summary>What it does.</summary>
    public PartitionState State => _view.State;

    /// <summary>Its virtual processors; for the hypervisor the logical ones that it shares out.</summary>
    public int ProcessorCount => _view.ProcessorCount;

    /// <summary>Its memory in bytes; the lab counts the hypervisor's within the parent's.</summary>
    public long Memory => _view.MemoryBytes;

    /// <summary>How many VMBus channels are open to it; for the parent, those of all its children.</summary>
    public int OpenChannels => _view.OpenChannels;

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
