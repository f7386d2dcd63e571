using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Rules;

namespace HyperVLab.Engine.Tests.Clustering;

public sealed class RegroupStagesTests
{
    [Fact]
    public void Every_stage_leads_to_the_end()
    {
        foreach (RegroupPhase phase in Enum.GetValues<RegroupPhase>())
        {
            foreach (bool mustArbitrate in new[] { false, true })
            {
                RegroupPhase present = phase;
                for (int step = 0; step < 10 && present != RegroupPhase.Ended; step++)
                {
                    RegroupPhase next = RegroupStages.After(present, mustArbitrate);
                    Assert.True(next > present, $"{present} goes on to {next}");
                    present = next;
                }

                Assert.Equal(RegroupPhase.Ended, present);
            }
        }
    }

    [Fact]
    public void Arbitration_comes_last_and_only_where_the_witness_decides()
    {
        Assert.Equal(RegroupPhase.Arbitrating, RegroupStages.After(RegroupPhase.CleanupTwo, mustArbitrate: true));
        Assert.Equal(RegroupPhase.Ended, RegroupStages.After(RegroupPhase.CleanupTwo, mustArbitrate: false));
    }

    [Fact]
    public void The_silent_are_waited_for_once_and_everything_else_takes_a_tick()
    {
        foreach (RegroupPhase phase in Enum.GetValues<RegroupPhase>())
        {
            TimeSpan expected = phase switch
            {
                RegroupPhase.Opening => ClusterSettings.RegroupOpening,
                RegroupPhase.Arbitrating => 2 * ClusterSettings.ReservationDefence,
                RegroupPhase.Ended => TimeSpan.Zero,
                _ => ClusterSettings.RegroupTick,
            };
            Assert.Equal(expected, RegroupStages.DurationOf(phase, someAreSilent: true));
        }

        Assert.Equal(ClusterSettings.RegroupTick, RegroupStages.DurationOf(RegroupPhase.Opening, someAreSilent: false));
    }

    [Theory]
    [InlineData(1000, 5, 0, 5000)]
    [InlineData(1000, 5, 999, 4001)]
    [InlineData(250, 3, 100, 650)]
    [InlineData(2000, 10, 0, 20000)]
    public void A_silent_node_is_missed_after_the_threshold_less_the_phase(
        int delay, int threshold, int phase, int expected) =>
        Assert.Equal(expected, Heartbeat.DetectionTime(delay, threshold, phase).TotalMilliseconds);

    [Fact]
    public void Networks_without_a_gateway_are_preferred_and_kept_from_clients()
    {
        Assert.Equal([10_000, 1000, 10_100, 1100], NetworkRule.MetricsOf([true, false, true, false]));
        Assert.Equal(ClusterNetworkRole.ClusterAndClient, NetworkRule.RoleOf(hasGateway: true));
        Assert.Equal(ClusterNetworkRole.Cluster, NetworkRule.RoleOf(hasGateway: false));
    }
}
