using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>What a validation of computers for a cluster found.</summary>
public sealed class ClusterValidation : IEntity<ClusterValidation>
{
    internal ClusterValidation(
        Key<ClusterValidation> key, string name, IReadOnlyList<Key<PhysicalComputer>> nodes, TimeSpan startTime)
    {
        Key = key;
        Name = name;
        Nodes = nodes;
        StartTime = startTime;
        Results = [];
        Include = [];
        Ignore = [];
    }

    /// <inheritdoc/>
    public Key<ClusterValidation> Key { get; private set; }

    /// <summary>The report's name.</summary>
    public string Name { get; private set; }

    /// <summary>The computers that were tested.</summary>
    public IReadOnlyList<Key<PhysicalComputer>> Nodes { get; private set; }

    /// <summary>The tests or categories that were asked for; all where empty.</summary>
    public IReadOnlyList<string> Include { get; private set; }

    /// <summary>The tests or categories that were left out.</summary>
    public IReadOnlyList<string> Ignore { get; private set; }

    /// <summary>When it began, since the lab began.</summary>
    public TimeSpan StartTime { get; private set; }

    /// <summary>When it ended.</summary>
    public TimeSpan? EndTime { get; private set; }

    /// <summary>What each test found, in their order.</summary>
    public IReadOnlyList<ValidationResult> Results { get; private set; }

    /// <summary>Is limited to some tests.</summary>
    internal void Limit(IReadOnlyList<string> include, IReadOnlyList<string> ignore) =>
        (Include, Ignore) = (include, ignore);

    /// <summary>Knows what another test found.</summary>
    internal void Learn(ValidationResult result) => Results = [.. Results, result];

    /// <summary>Has ended.</summary>
    internal void Conclude(TimeSpan now) => EndTime = now;
}
