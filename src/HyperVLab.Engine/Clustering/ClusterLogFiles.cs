using HyperVLab.Engine.Clustering.Rules;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>Asks for what the cluster logs of nodes would hold, line by line.</summary>
public sealed record ClusterLogFiles : LabQuery<IReadOnlyList<ClusterLogFileView>>
{
    /// <summary>The cluster.</summary>
    public required Key<Cluster> Cluster { get; init; }

    /// <summary>The nodes that are meant; null for all.</summary>
    public IReadOnlyList<Key<ClusterNode>>? Nodes { get; init; }

    /// <summary>How far back from now; null for all that the lab has kept.</summary>
    public TimeSpan? Span { get; init; }

    internal override IReadOnlyList<ClusterLogFileView> Answer(LabState lab) =>
        [.. ClusterQueries.NodesOf(lab, Cluster)
            .Where(node => Nodes?.Contains(node.Key) ?? true)
            .Select(node => new ClusterLogFileView(
                node.Name, lab.Computers[node.Computer].IsAnswering, LinesOf(lab, node)))];

    private List<string> LinesOf(LabState lab, ClusterNode node)
    {
        TimeSpan since = Span is { } span ? lab.Now - span : TimeSpan.Zero;
        List<string> lines = [];
        foreach (LogEntry entry in lab.Log)
        {
            if (entry.Source is ClusterLog.Source or ClusterLog.FaultSource
                && entry.Computer == node.Name && entry.Time >= since)
            {
                lines.Add(ClusterLogLine.Of(
                    node.Number, LabCalendar.DateOf(entry.Time), entry.Level, entry.Message));
            }
        }

        return lines;
    }
}
