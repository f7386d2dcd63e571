using HyperVLab.Engine.Management;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A cluster of managed hosts, as Get-LabVMHostCluster writes it.</summary>
public sealed class VMHostCluster : LabObject<VMHostClusterView, Engine.Clustering.Cluster>
{
    internal VMHostCluster(LabHandle handle, VMHostClusterView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its name.</summary>
    public string Name => View.Name;

    /// <summary>Its name.</summary>
    public string ClusterName => View.Name;

    /// <summary>What it is for.</summary>
    public string Description => View.Description;

    /// <summary>The server that manages it.</summary>
    public string? VMMServer => View.VMMServer;

    /// <summary>The place of its hosts' group in the tree.</summary>
    public string? HostGroup => View.HostGroup;

    /// <summary>The names of its nodes.</summary>
    public string[] Nodes => [.. View.Nodes];

    /// <summary>How many nodes it is to be able to lose.</summary>
    public int ClusterReserve => View.ClusterReserve;

    /// <summary>Whether it could: OK or Overcommitted.</summary>
    public HostClusterReserveState ClusterReserveState => View.ClusterReserveState;

    /// <summary>What its highly available machines have of memory, in megabytes.</summary>
    public long MemoryUsedMB => View.MemoryUsedBytes >> 20;

    /// <summary>What its nodes have of it when as many fail as its reserve is, in megabytes.</summary>
    public long MemoryKeptMB => View.MemoryKeptBytes >> 20;

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
