namespace HyperVLab.Engine.Clustering.Rules;

/// <summary>When a silent node is missed. Heartbeats are computed, never sent: only silence makes an event.</summary>
internal static class Heartbeat
{
    /// <summary>
    /// The time from a node's last breath to its being declared down. The last heartbeat went out up to one delay
    /// before it, so the threshold is reached that much earlier.
    /// </summary>
    /// <param name="delayMilliseconds">SameSubnetDelay.</param>
    /// <param name="threshold">SameSubnetThreshold.</param>
    /// <param name="phaseMilliseconds">How long ago the last heartbeat went out: from 0 to below the delay.</param>
    public static TimeSpan DetectionTime(int delayMilliseconds, int threshold, int phaseMilliseconds) =>
        TimeSpan.FromMilliseconds(((long)delayMilliseconds * threshold) - phaseMilliseconds);
}
