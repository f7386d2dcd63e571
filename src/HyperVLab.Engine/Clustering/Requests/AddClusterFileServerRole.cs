using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Makes a clustered file server on disks of Available Storage.</summary>
public sealed record AddClusterFileServerRole : LabRequest
{
    /// <summary>The cluster.</summary>
    public required Key<Cluster> Cluster { get; init; }

    /// <summary>The server's name; null for one that is made of the cluster's.</summary>
    public string? Name { get; init; }

    /// <summary>The names of its disks.</summary>
    public required IReadOnlyList<string> Storage { get; init; }

    /// <summary>Its IPv4 address; null takes one from the pool that serves the nodes' network.</summary>
    public string? StaticAddress { get; init; }

    internal override void Validate(LabState lab, LabCaller caller) => FileServerRole.Demand(lab, caller, this);

    internal override void Act(LabState lab, LabJob job)
    {
        ClusterGroup group = FileServerRole.Add(lab, this);
        job.GoOn();
        job.Give(group.Key);
        GroupRunner.Begin(lab, group, new GroupTask(GroupOperationKind.BringOnline) { Job = job.Key });
    }
}
