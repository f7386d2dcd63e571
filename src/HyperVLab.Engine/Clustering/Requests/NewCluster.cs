using HyperVLab.Engine.Clustering.Events;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Makes a cluster of computers, with a name, an address and a computer object.</summary>
public sealed record NewCluster : LabRequest
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The computers that become its nodes.</summary>
    public required IReadOnlyList<Key<PhysicalComputer>> Node { get; init; }

    /// <summary>Its IPv4 address; null takes one from the pool that serves the nodes' network.</summary>
    public string? StaticAddress { get; init; }

    /// <summary>Whether shared disks are left out.</summary>
    public bool NoStorage { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        CandidateRules.DemandName(lab, Name);
        CandidateRules.DemandNodes(lab, Node);
        if (StaticAddress is { } address)
        {
            CandidateRules.DemandAddress(lab, address, Node);
        }
        else if (CandidateRules.PoolFor(lab, Node[0]) is null)
        {
            throw ClusterErrors.AddressNeeded.For(Name, Name);
        }

        DirectoryServices.DemandComputerCreation(lab, caller, lab.Computers[Node[0]].Domain!.Value, Name);
    }

    internal override void Act(LabState lab, LabJob job)
    {
        string? address = StaticAddress
            ?? Addresses.Lease(lab, CandidateRules.PoolFor(lab, Node[0])!.Key, Name, macAddress: null);
        Cluster cluster = ClusterFactory.Add(lab, Name, lab.Computers[Node[0]].Domain!.Value, address, Node);
        job.GoOn();
        job.Give(cluster.Key);
        job.BeginStep("Configuring the nodes", lab.Now, 10);
        if (!WereValidated(lab))
        {
            job.Warn(ClusterTexts.NotValidated);
        }

        lab.Schedule(ClusterSettings.Creation, new ClusterFormed(cluster.Key, job.Key, !NoStorage));
    }

    private bool WereValidated(LabState lab) => lab.ClusterValidations.Any(validation =>
        validation.EndTime is not null
        && Node.All(validation.Nodes.Contains)
        && Validation.ValidationReport.WorstOf(validation.Results) != ValidationOutcome.Failed);
}
