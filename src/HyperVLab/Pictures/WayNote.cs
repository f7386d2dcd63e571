namespace HyperVLab.Pictures;

/// <summary>The coordinator of a shared volume, which told where a file lies and is not on the way.</summary>
/// <param name="Host">The computer.</param>
/// <param name="System">Its parent partition.</param>
/// <param name="Y">How high the line to the filter is.</param>
/// <param name="ToX">Where it ends.</param>
internal sealed record WayNote(WayBox Host, WayBox System, double Y, double ToX);
