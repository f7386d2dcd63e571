using HyperVLab.Engine.Management.Consolidation;

namespace HyperVLab.Objects;

/// <summary>How many working hosts any plan needs at least because of one thing.</summary>
public sealed class CapacityPlanBound
{
    private readonly PlanBound _bound;

    internal CapacityPlanBound(PlanBound bound) => _bound = bound;

    /// <summary>What it is.</summary>
    public string Name => _bound.Name;

    /// <summary>The hosts.</summary>
    public int HostCount => _bound.Hosts;

    /// <summary>
    /// The hosts if every server's own percentile were added up, as if all were busy at once; empty for what does not
    /// vary.
    /// </summary>
    public int? HostCountByOwnPeaks => _bound.HostsByOwnPeaks;

    /// <summary>What it is.</summary>
    public override string ToString() => Name;
}
