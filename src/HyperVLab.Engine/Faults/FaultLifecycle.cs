using static HyperVLab.Engine.Faults.FaultAction;
using static HyperVLab.Engine.Faults.FaultState;

namespace HyperVLab.Engine.Faults;

/// <summary>The lifecycle of a fault. Beginning and ending take no time; what lies between is the fault.</summary>
internal static class FaultLifecycle
{
    /// <summary>The state that an action leads to; null where the state does not allow it.</summary>
    public static FaultState? Find(FaultState state, FaultAction action) => (state, action) switch
    {
        (Armed or Ended, Begin) => Active,
        (Active, End) => Ended,
        (Ended, Rearm) => Armed,
        _ => null,
    };
}
