using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Tests.Hosts;

public sealed class ComputerLifecycleTests
{
    // Rows: state; columns: Install, Start, ShutDown, Restart, CutPower, Crash; what is reached through what, or - for
    // refused.
    private static readonly Dictionary<ComputerState, string[]> s_expected = new()
    {
        [ComputerState.Off] = ["Installing>Running", "Starting>Running", "-", "-", "-", "-"],
        [ComputerState.Installing] = ["-", "-", "-", "-", "Off>Off", "-"],
        [ComputerState.Starting] = ["-", "-", "-", "-", "Off>Off", "-"],
        [ComputerState.Running] = ["-", "-", "Stopping>Off", "Stopping>Starting", "Off>Off", "Starting>Running"],
        [ComputerState.Stopping] = ["-", "-", "-", "-", "Off>Off", "Starting>Running"],
    };

    public static TheoryData<ComputerState, ComputerAction> EveryPair()
    {
        var pairs = new TheoryData<ComputerState, ComputerAction>();
        foreach (ComputerState state in Enum.GetValues<ComputerState>())
        {
            foreach (ComputerAction action in Enum.GetValues<ComputerAction>())
            {
                pairs.Add(state, action);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void Each_state_takes_each_action_as_the_table_says(ComputerState state, ComputerAction action)
    {
        ComputerTransition? row = ComputerLifecycle.Find(state, action);

        Assert.Equal(s_expected[state][(int)action], row is null ? "-" : $"{row.Through}>{row.To}");
        Assert.True(row is null || (row.Duration == TimeSpan.Zero) == (row.Through == row.To));
    }
}
