using HyperVLab.Engine.Requests;

namespace HyperVLab.Commands.Clustering;

/// <summary>What the cluster cmdlets themselves refuse, before anything is asked of a lab.</summary>
internal static class ClusterModuleErrors
{
    public static readonly LabError ClusterNeeded = new(
        "ClusterNeeded", "ClusterNeeded", LabErrorCategory.InvalidArgument,
        "Name the cluster with -Cluster. The lab's clusters: {0}.");

    public static readonly LabError NameNeeded = new(
        "ClusterObjectNameNeeded", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Name what is meant with -Name, or give it as input.");

    public static readonly LabError InputNotUsable = new(
        "ClusterInputNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is not something that this cmdlet takes as input.");

    public static readonly LabError GroupOrResourceNeeded = new(
        "ClusterGroupOrResourceNeeded", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Give one group or one resource: with -Group, with -Resource or as input.");

    public static readonly LabError NodeSilent = new(
        "ClusterNodeSilent", "ClusterNodeSilent", LabErrorCategory.ConnectionError,
        "{0} does not answer, so that its cluster log cannot be fetched.");
}
