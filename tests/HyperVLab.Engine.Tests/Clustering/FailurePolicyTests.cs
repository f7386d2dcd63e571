using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Rules;

namespace HyperVLab.Engine.Tests.Clustering;

public sealed class FailurePolicyTests
{
    private static readonly TimeSpan s_now = TimeSpan.FromHours(10);

    [Fact]
    public void A_failed_resource_restarts_once_in_15_minutes_and_then_its_group_fails_over()
    {
        Assert.Equal(FailureVerdict.Restart, OfResource([]));
        Assert.Equal(FailureVerdict.FailOver, OfResource([s_now - TimeSpan.FromMinutes(14)]));
        Assert.Equal(FailureVerdict.Restart, OfResource([s_now - TimeSpan.FromMinutes(15)]));
    }

    [Theory]
    [InlineData(ResourceRestartAction.DoNotRestart, FailureVerdict.LeaveFailed, FailureVerdict.LeaveFailed)]
    [InlineData(ResourceRestartAction.RestartNoNotify, FailureVerdict.Restart, FailureVerdict.LeaveFailed)]
    [InlineData(ResourceRestartAction.RestartNotify, FailureVerdict.Restart, FailureVerdict.FailOver)]
    internal void The_restart_action_decides(
        ResourceRestartAction action, FailureVerdict first, FailureVerdict second)
    {
        Assert.Equal(first, OfResource([], action));
        Assert.Equal(second, OfResource([s_now - TimeSpan.FromMinutes(1)], action));
    }

    [Fact]
    public void A_group_fails_over_at_most_once_for_each_other_node_in_6_hours()
    {
        TimeSpan[] two = [s_now - TimeSpan.FromHours(5), s_now - TimeSpan.FromHours(1)];
        Assert.Equal(FailureVerdict.LeaveFailed, OfGroup(two, nodes: 3));
        Assert.Equal(FailureVerdict.FailOver, OfGroup(two, nodes: 4));
        Assert.Equal(FailureVerdict.FailOver, OfGroup([s_now - TimeSpan.FromHours(6)], nodes: 2));
        Assert.Equal(FailureVerdict.LeaveFailed, OfGroup([], nodes: 1));
    }

    [Fact]
    public void Only_moments_within_the_period_are_remembered()
    {
        TimeSpan[] moments = [s_now - TimeSpan.FromHours(7), s_now - TimeSpan.FromHours(2)];
        Assert.Equal([moments[1], s_now], FailurePolicy.Remember(s_now, moments, ClusterSettings.FailoverPeriod));
    }

    private static FailureVerdict OfResource(
        TimeSpan[] restarts, ResourceRestartAction action = ResourceRestartAction.RestartNotify) =>
        FailurePolicy.OfResource(
            s_now, restarts, action, ClusterSettings.RestartThreshold, ClusterSettings.RestartPeriod);

    private static FailureVerdict OfGroup(TimeSpan[] failovers, int nodes) =>
        FailurePolicy.OfGroup(
            s_now, failovers, ClusterSettings.AutomaticFailoverThreshold, ClusterSettings.FailoverPeriod, nodes);
}
