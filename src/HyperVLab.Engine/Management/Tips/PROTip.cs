using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>What Virtual Machine Manager recommends to do about a host of a cluster that stays hot.</summary>
public sealed class PROTip : IEntity<PROTip>
{
    internal PROTip(
        Key<PROTip> key,
        Guid id,
        Key<PhysicalComputer> host,
        Key<Cluster> cluster,
        IReadOnlyList<string> explanation,
        TimeSpan now)
    {
        Key = key;
        Id = id;
        Host = host;
        Cluster = cluster;
        Explanation = explanation;
        MadeAt = now;
    }

    /// <inheritdoc/>
    public Key<PROTip> Key { get; private set; }

    /// <summary>Its identifier.</summary>
    public Guid Id { get; private set; }

    /// <summary>The host that is hot.</summary>
    public Key<PhysicalComputer> Host { get; private set; }

    /// <summary>Its cluster.</summary>
    public Key<Cluster> Cluster { get; private set; }

    /// <summary>The moves that were worth it then, each with its reason.</summary>
    public IReadOnlyList<string> Explanation { get; private set; }

    /// <summary>When it was made.</summary>
    public TimeSpan MadeAt { get; private set; }

    /// <summary>What was decided about it: Active, Resolved or Dismissed.</summary>
    public PROTipStatus Decision { get; private set; }

    /// <summary>The job that implements it; null for none.</summary>
    public Key<LabJob>? Job { get; private set; }

    /// <summary>What became of it.</summary>
    internal PROTipStatus StatusIn(LabState lab) => lab.Jobs.Find(Job)?.State switch
    {
        null => Decision,
        JobState.Running => PROTipStatus.Implementing,
        JobState.Completed => PROTipStatus.Resolved,
        _ => PROTipStatus.Failed,
    };

    /// <summary>Is decided about.</summary>
    internal void Decide(PROTipStatus decision) => Decision = decision;

    /// <summary>Is dismissed.</summary>
    internal void Drop() => (Decision, Job) = (PROTipStatus.Dismissed, null);

    /// <summary>Is implemented by a job.</summary>
    internal void Implement(Key<LabJob> job) => Job = job;
}
