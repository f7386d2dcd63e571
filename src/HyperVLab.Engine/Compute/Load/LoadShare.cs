namespace HyperVLab.Engine.Compute.Load;

/// <summary>What traffic takes of something shared.</summary>
/// <param name="Resource">What is shared.</param>
/// <param name="BitsPerSecond">How much of the traffic alone would take all of it.</param>
internal readonly record struct LoadShare(LoadResource Resource, double BitsPerSecond);
