namespace HyperVLab.Engine.Clustering.Rules;

/// <summary>Decides about failed resources and groups by their thresholds and periods.</summary>
internal static class FailurePolicy
{
    /// <summary>
    /// A resource is restarted where it is at most <paramref name="threshold"/> times within <paramref name="period"/>;
    /// then its group fails over, where its action says so.
    /// </summary>
    /// <param name="now">The moment of the failure.</param>
    /// <param name="restarts">When it was restarted before.</param>
    /// <param name="action">The resource's RestartAction.</param>
    /// <param name="threshold">The resource's RestartThreshold.</param>
    /// <param name="period">The resource's RestartPeriod.</param>
    public static FailureVerdict OfResource(
        TimeSpan now, IReadOnlyList<TimeSpan> restarts, ResourceRestartAction action, int threshold, TimeSpan period) =>
        action switch
        {
            ResourceRestartAction.DoNotRestart => FailureVerdict.LeaveFailed,
            _ when Within(now, restarts, period) < threshold => FailureVerdict.Restart,
            ResourceRestartAction.RestartNoNotify => FailureVerdict.LeaveFailed,
            _ => FailureVerdict.FailOver,
        };

    /// <summary>
    /// A group fails over at most <paramref name="threshold"/> times within <paramref name="period"/>; by default, once
    /// for each node but one.
    /// </summary>
    public static FailureVerdict OfGroup(
        TimeSpan now, IReadOnlyList<TimeSpan> failovers, int threshold, TimeSpan period, int nodeCount)
    {
        int most = threshold == ClusterSettings.AutomaticFailoverThreshold ? nodeCount - 1 : threshold;
        return Within(now, failovers, period) < most ? FailureVerdict.FailOver : FailureVerdict.LeaveFailed;
    }

    /// <summary>The moments that still count, with the present one.</summary>
    public static IReadOnlyList<TimeSpan> Remember(TimeSpan now, IReadOnlyList<TimeSpan> moments, TimeSpan period) =>
        [.. moments.Where(moment => moment > now - period), now];

    private static int Within(TimeSpan now, IReadOnlyList<TimeSpan> moments, TimeSpan period) =>
        moments.Count(moment => moment > now - period);
}
