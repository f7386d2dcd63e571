using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>A Windows role or feature on one computer.</summary>
public sealed class HostFeature : IEntity<HostFeature>, INamed
{
    internal HostFeature(Key<HostFeature> key, Key<PhysicalComputer> computer, string name, FeatureState state)
    {
        Key = key;
        Computer = computer;
        Name = name;
        State = state;
    }

    /// <inheritdoc/>
    public Key<HostFeature> Key { get; private set; }

    /// <summary>The computer.</summary>
    public Key<PhysicalComputer> Computer { get; private set; }

    /// <summary>The feature's name, such as <c>Failover-Clustering</c>.</summary>
    public string Name { get; private set; }

    /// <summary>How far it is.</summary>
    public FeatureState State { get; private set; }

    /// <summary>The job that is installing or removing it.</summary>
    public Key<LabJob>? Job { get; private set; }

    /// <summary>The event with which that ends.</summary>
    public long? Sequence { get; private set; }

    /// <summary>Whether it is being installed or removed just now.</summary>
    public bool IsChanging => Sequence is not null;

    /// <summary>Is being installed or removed.</summary>
    internal void BeginChange(Key<LabJob> job, long sequence) => (Job, Sequence) = (job, sequence);

    /// <summary>Has reached a state.</summary>
    internal void Become(FeatureState state) => (State, Job, Sequence) = (state, null, null);
}
