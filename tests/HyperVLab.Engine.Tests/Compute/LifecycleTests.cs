using HyperVLab.Engine.Compute;

namespace HyperVLab.Engine.Tests.Compute;

public sealed class LifecycleTests
{
    // The whole table once more, as a person would write it down: state, action, the state meanwhile, the state after.
    private const string Table = """
        Running ShutDown Stopping Off
        Running TurnOff Stopping Off
        Running Save Saving Saved
        Running Suspend Pausing Paused
        Running Reset Reset Running
        Off Start Starting Running
        Starting TurnOff Stopping Off
        Stopping TurnOff Stopping Off
        Saved Start Starting Running
        Saved TurnOff Saved Off
        Paused TurnOff Stopping Off
        Paused Save Saving Saved
        Paused Resume Resuming Running
        PausedCritical TurnOff Stopping Off
        PausedCritical Resume Resuming Running
        """;

    public static TheoryData<VMState, VMAction> EveryStateAndAction()
    {
        var data = new TheoryData<VMState, VMAction>();
        foreach (VMState state in Enum.GetValues<VMState>())
        {
            foreach (VMAction action in Enum.GetValues<VMAction>())
            {
                data.Add(state, action);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(EveryStateAndAction))]
    public void Each_action_leads_from_each_state_where_the_table_says(VMState state, VMAction action)
    {
        string? expected = Table.Split('\n', StringSplitOptions.TrimEntries)
            .SingleOrDefault(row => row.StartsWith($"{state} {action} ", StringComparison.Ordinal));

        VMTransition? found = VMLifecycle.Of(state, action);

        Assert.Equal(expected, found is null ? null : $"{state} {action} {found.Through} {found.To}");
    }

    [Fact]
    public void Every_state_that_is_passed_through_ends_by_itself_and_every_other_can_be_left()
    {
        foreach (VMState state in Enum.GetValues<VMState>())
        {
            bool canLeave = Enum.GetValues<VMAction>().Any(action => VMLifecycle.Of(state, action) is not null);
            bool isPassedThrough = Enum.GetValues<VMState>().Any(from => Enum.GetValues<VMAction>().Any(
                action => VMLifecycle.Of(from, action)?.Through == state));
            Assert.True(canLeave || isPassedThrough, $"{state} is a dead end.");
        }
    }

    [Theory]
    [InlineData(0, 100, 0)]
    [InlineData(100, 100, 10_000_000)]
    [InlineData(1, 10_000_000, 1)]
    [InlineData(1, 20_000_000, 1)]
    [InlineData(2L << 30, 115_000_000, 186_737_709)]
    public void A_transfer_takes_whole_ticks_rounded_up(long bytes, long bytesPerSecond, long ticks)
    {
        Assert.Equal(ticks, TransferTime.Of(bytes, bytesPerSecond).Ticks);
        Assert.InRange(TransferTime.BytesIn(TimeSpan.FromTicks(ticks), bytesPerSecond), bytes, bytes + bytesPerSecond);
    }
}
