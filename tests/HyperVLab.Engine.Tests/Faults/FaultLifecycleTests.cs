using HyperVLab.Engine.Faults;

namespace HyperVLab.Engine.Tests.Faults;

public sealed class FaultLifecycleTests
{
    [Theory]
    [InlineData(FaultState.Armed, nameof(FaultAction.Begin), FaultState.Active)]
    [InlineData(FaultState.Armed, nameof(FaultAction.End), null)]
    [InlineData(FaultState.Active, nameof(FaultAction.Begin), null)]
    [InlineData(FaultState.Active, nameof(FaultAction.End), FaultState.Ended)]
    [InlineData(FaultState.Ended, nameof(FaultAction.Begin), FaultState.Active)]
    [InlineData(FaultState.Ended, nameof(FaultAction.End), null)]
    [InlineData(FaultState.Armed, nameof(FaultAction.Rearm), null)]
    [InlineData(FaultState.Active, nameof(FaultAction.Rearm), null)]
    [InlineData(FaultState.Ended, nameof(FaultAction.Rearm), FaultState.Armed)]
    public void Each_state_takes_each_action_as_the_table_says(FaultState state, string action, FaultState? to) =>
        Assert.Equal(to, FaultLifecycle.Find(state, Enum.Parse<FaultAction>(action)));
}
