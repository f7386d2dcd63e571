using HyperVLab.Engine.Clustering;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>Asks which machines dynamic optimization would move now, and why. Nothing is changed.</summary>
public sealed record DynamicOptimizationQuery : LabQuery<IReadOnlyList<OptimizationMove>>
{
    /// <summary>The clusters of this group and below; null where a cluster is named.</summary>
    public Key<HostGroup>? Group { get; init; }

    /// <summary>The cluster; null where a group is named.</summary>
    public Key<Cluster>? Cluster { get; init; }

    /// <inheritdoc/>
    internal override IReadOnlyList<OptimizationMove> Answer(LabState lab)
    {
        List<OptimizationMove> moves = [];
        foreach (Key<Cluster> cluster in Cluster is { } one
            ? [one]
            : HostOptimizations.ClustersIn(lab, lab.HostGroups[Group!.Value]))
        {
            var field = new OptimizationField(lab, cluster, HostOptimizations.SettingsOf(lab, cluster));
            while (field.Next([.. moves.Select(static move => move.VMKey)]) is { } move)
            {
                field.Carry(move);
                moves.Add(move);
            }
        }

        return moves;
    }
}
