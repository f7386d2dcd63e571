namespace HyperVLab.Engine.Faults;

/// <summary>The figures of the area.</summary>
internal static class FaultSettings
{
    /// <summary>The most by which frames can be late (ours: nothing holds them longer).</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);
}
