using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Changes a cluster network.</summary>
public sealed record SetClusterNetwork : LabRequest
{
    /// <summary>The network.</summary>
    [Target("Name")]
    public required Key<ClusterNetwork> Network { get; init; }

    /// <summary>Its new name.</summary>
    public string? NewName { get; init; }

    /// <summary>What it is used for.</summary>
    public ClusterNetworkRole? Role { get; init; }

    /// <summary>How costly it is.</summary>
    public int? Metric { get; init; }

    /// <summary>Whether the cluster chooses the metric.</summary>
    public bool? AutoMetric { get; init; }

    /// <summary>What is written about it.</summary>
    public string? Description { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        ClusterNetwork network = lab.ClusterNetworks.Find(Network)
            ?? throw ClusterErrors.NoSuchNetwork.For(null, Network.ToString());
        ClusterRules.RequireRunning(lab, network.Cluster);
        if (NewName is null && Role is null && Metric is null && AutoMetric is null && Description is null)
        {
            throw ClusterErrors.NothingToChange.For(network.Name);
        }

        if (NewName is { } name && !ClusterNames.IsObjectName(name))
        {
            throw ClusterErrors.ObjectNameNotUsable.For(name, name);
        }

        if (lab.ClusterNetworks.Any(other => other.Cluster == network.Cluster && other != network
            && NewName is { } taken && ClusterNames.AreSame(other.Name, taken)))
        {
            throw ClusterErrors.NameTaken.For(NewName, NewName!);
        }

        if (Metric is <= 0)
        {
            throw ClusterErrors.MetricNotUsable.For(network.Name);
        }
    }

    internal override void Act(LabState lab, LabJob job)
    {
        ClusterNetwork network = lab.ClusterNetworks[Network];
        network.Rename(NewName ?? network.Name);
        network.Describe(Description ?? network.Description);
        network.SetRole(Role ?? network.Role);
        network.SetMetric(Metric ?? network.Metric, AutoMetric ?? (Metric is null && network.AutoMetric));
        ClusterNetworkMap.Refresh(lab, lab.Clusters[network.Cluster]);
        HostChanges.LinksChanged(lab);
        job.Give(Network);
    }
}
