using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>Lines of the FailoverClustering log of a node.</summary>
internal static class ClusterLog
{
    /// <summary>The log's name.</summary>
    public const string Source = "FailoverClustering";

    /// <summary>The log of faults, whose lines are in the log of the node that they befall as well.</summary>
    public const string FaultSource = "Faults";

    /// <summary>Writes what happened as it should.</summary>
    public static void Inform(LabState lab, ClusterNode node, string message) =>
        lab.Write(LogLevel.Information, Source, node.Name, message);

    /// <summary>Writes what needs a look.</summary>
    public static void Warn(LabState lab, ClusterNode node, string message) =>
        lab.Write(LogLevel.Warning, Source, node.Name, message);

    /// <summary>Writes what failed.</summary>
    public static void Fail(LabState lab, ClusterNode node, string message) =>
        lab.Write(LogLevel.Error, Source, node.Name, message);

    /// <summary>Writes what took others with it.</summary>
    public static void Alarm(LabState lab, ClusterNode node, string message) =>
        lab.Write(LogLevel.Critical, Source, node.Name, message);

    /// <summary>Writes what happened to a group or resource at its owner.</summary>
    public static void Inform(LabState lab, Key<ClusterNode> node, string message)
    {
        if (lab.ClusterNodes.Find(node) is { } known)
        {
            Inform(lab, known, message);
        }
    }
}
