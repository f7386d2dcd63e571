using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Clustering;

/// <summary>How a group can move away from where it is.</summary>
/// <param name="Verdict">Whether it can now, later or not at all.</param>
/// <param name="Node">Where it can go now.</param>
/// <param name="Why">What keeps it, where something does.</param>
internal sealed record GroupTransferPlan(GroupTransferVerdict Verdict, ClusterNode? Node, LabException? Why);
