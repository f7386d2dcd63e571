using System.Globalization;
using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Sets what placement does with a cluster of managed hosts.</summary>
public sealed record SetVMHostCluster : LabRequest
{
    /// <summary>The cluster.</summary>
    public required Key<Cluster> VMHostCluster { get; init; }

    /// <summary>What it is for; null to leave it.</summary>
    public string? Description { get; init; }

    /// <summary>How many nodes it is to be able to lose; null to leave it.</summary>
    public long? ClusterReserve { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        string name = lab.NameOf(VMHostCluster);
        var nodes = HostEnrolment.NodesOf(lab, VMHostCluster);
        if (nodes.Length == 0 || !nodes.Any(node => Agents.Of(lab, node) is { IsHost: true }))
        {
            throw ManagementErrors.ClusterNotManaged.For(name, name);
        }

        VmmAccess.Demand(lab, caller, nodes.Select(node => Agents.Of(lab, node)?.Server).First(one => one is not null));
        Libraries.DemandText(Description);
        if (ClusterReserve < 0 || ClusterReserve >= nodes.Length)
        {
            throw ManagementErrors.ClusterReserve.For(name, name, Text(nodes.Length), Text(nodes.Length - 1));
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        HostCluster known = HostClusters.Of(lab, VMHostCluster)
            ?? lab.HostClusters.Add(key => new HostCluster(key, VMHostCluster));
        known.Choose(Description ?? known.Description, (int)(ClusterReserve ?? known.Reserve));
        job.Give(VMHostCluster);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
