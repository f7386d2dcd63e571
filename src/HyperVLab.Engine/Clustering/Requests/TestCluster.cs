using System.Globalization;
using HyperVLab.Engine.Clustering.Validation;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Validates computers for a cluster, or a cluster's nodes, and makes a report.</summary>
public sealed record TestCluster : LabRequest
{
    /// <summary>The computers.</summary>
    public required IReadOnlyList<Key<PhysicalComputer>> Node { get; init; }

    /// <summary>The report's name; null for one with the moment.</summary>
    public string? ReportName { get; init; }

    /// <summary>The tests or categories that are meant; all where empty.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>The tests or categories that are left out.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    internal override void Validate(LabState lab, LabCaller caller)
    {
        if (Node.Count is 0 or > ClusterSettings.MostNodes || Node.Distinct().Count() != Node.Count)
        {
            throw ClusterErrors.NodesNeeded.For(null, ClusterSettings.MostNodes.ToString(CultureInfo.InvariantCulture));
        }

        foreach (Key<PhysicalComputer> computer in Node)
        {
            lab.RequireRunning(computer);
        }

        foreach (string name in Include.Concat(Ignore))
        {
            if (!ValidationCatalogue.IsKnown(name))
            {
                throw ClusterErrors.NoSuchTest.For(name, name);
            }
        }

        if (ValidationCatalogue.Meant(Include, Ignore).Count == 0)
        {
            throw ClusterErrors.NoTestLeft.For(null);
        }
    }

    internal override void Act(LabState lab, LabJob job)
    {
        string name = ReportName ?? string.Create(
            CultureInfo.InvariantCulture, $"Validation Report {lab.ClusterValidations.NextNumber}");
        ClusterValidation validation = lab.ClusterValidations.Add(
            key => new ClusterValidation(key, name, Node, lab.Now));
        validation.Limit(Include, Ignore);
        job.GoOn();
        job.Give(validation.Key);
        ValidationRun.Next(lab, validation, job.Key);
    }
}
