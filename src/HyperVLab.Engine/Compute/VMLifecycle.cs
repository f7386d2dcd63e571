using System.Collections.Frozen;

namespace HyperVLab.Engine.Compute;

/// <summary>The whole lifecycle of a virtual machine as one table; what is not in it is refused.</summary>
internal static class VMLifecycle
{
    private static readonly FrozenDictionary<(VMState From, VMAction Action), VMTransition> s_table =
        Rows().ToFrozenDictionary(
            row => (row.From, row.Action), row => new VMTransition(row.Through, row.Takes, row.To));

    /// <summary>Where an action leads from a state; null where it cannot be taken.</summary>
    public static VMTransition? Of(VMState from, VMAction action) => s_table.GetValueOrDefault((from, action));

    /// <summary>How long a machine takes for a transition.</summary>
    public static TimeSpan DurationOf(VMTransition transition, VirtualMachine vm) => transition.Takes switch
    {
        TransitionTime.PowerOn => ComputeSettings.PowerOn,
        TransitionTime.PowerOff => ComputeSettings.PowerOff,
        TransitionTime.Reset => ComputeSettings.Reset,
        TransitionTime.Pause => ComputeSettings.Pause,
        TransitionTime.GuestShutdown => ComputeSettings.GuestShutdown,
        _ => ComputeSettings.SavedStateOverhead
            + TransferTime.Of(vm.MemoryStartupBytes, ComputeSettings.SavedStateBytesPerSecond),
    };

    private static (VMState From, VMAction Action, VMState Through, TransitionTime Takes, VMState To)[] Rows() =>
    [
        (VMState.Off, VMAction.Start, VMState.Starting, TransitionTime.PowerOn, VMState.Running),
        (VMState.Saved, VMAction.Start, VMState.Starting, TransitionTime.SavedState, VMState.Running),
        (VMState.Running, VMAction.ShutDown, VMState.Stopping, TransitionTime.GuestShutdown, VMState.Off),
        (VMState.Running, VMAction.TurnOff, VMState.Stopping, TransitionTime.PowerOff, VMState.Off),
        (VMState.Paused, VMAction.TurnOff, VMState.Stopping, TransitionTime.PowerOff, VMState.Off),
        (VMState.PausedCritical, VMAction.TurnOff, VMState.Stopping, TransitionTime.PowerOff, VMState.Off),
        (VMState.Starting, VMAction.TurnOff, VMState.Stopping, TransitionTime.PowerOff, VMState.Off),
        (VMState.Stopping, VMAction.TurnOff, VMState.Stopping, TransitionTime.PowerOff, VMState.Off),
        (VMState.Saved, VMAction.TurnOff, VMState.Saved, TransitionTime.PowerOff, VMState.Off),
        (VMState.Running, VMAction.Save, VMState.Saving, TransitionTime.SavedState, VMState.Saved),
        (VMState.Paused, VMAction.Save, VMState.Saving, TransitionTime.SavedState, VMState.Saved),
        (VMState.Running, VMAction.Suspend, VMState.Pausing, TransitionTime.Pause, VMState.Paused),
        (VMState.Paused, VMAction.Resume, VMState.Resuming, TransitionTime.Pause, VMState.Running),
        (VMState.PausedCritical, VMAction.Resume, VMState.Resuming, TransitionTime.Pause, VMState.Running),
        (VMState.Running, VMAction.Reset, VMState.Reset, TransitionTime.Reset, VMState.Running),
    ];
}
