namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>How many working hosts any plan needs at least because of one thing.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Hosts">The hosts.</param>
/// <param name="HostsByOwnPeaks">
/// The hosts if every server's own percentile were added up, as if all were busy at once; null for what does not vary.
/// </param>
public sealed record PlanBound(string Name, int Hosts, int? HostsByOwnPeaks);
