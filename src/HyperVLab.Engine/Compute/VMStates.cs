using HyperVLab.Engine.Compute.Notices;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// The one place where a virtual machine's state changes, so that every change is counted and heard of.
/// </summary>
internal static class VMStates
{
    /// <summary>Goes to a state, reserves or releases what it takes of its host, and tells the other areas.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="vm">The machine.</param>
    /// <param name="state">The state.</param>
    /// <param name="settle">Does what belongs to the state, before the others hear of it.</param>
    /// <param name="hasCrashed">Whether the machine quit by itself.</param>
    public static void Change(
        LabState lab, VirtualMachine vm, VMState state, Action? settle = null, bool hasCrashed = false)
    {
        VMState from = vm.State;
        if (from == state)
        {
            settle?.Invoke();
            return;
        }

        bool held = vm.HoldsResources;
        vm.GoTo(state);
        if (held != vm.HoldsResources)
        {
            HostCapacity.Count(lab, vm, vm.HoldsResources);
        }

        if (!vm.HoldsResources)
        {
            vm.StartAt(null);
        }

        if (state != VMState.PausedCritical)
        {
            vm.PauseFor(VMCriticalCause.None);
        }

        settle?.Invoke();
        LostDisks.Follow(lab, vm);
        lab.Raise(new VMStateChanged(vm.Key, from, state, hasCrashed));
    }
}
