using HyperVLab.Engine.Compute.Notices;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// The one place where a virtual machine's state changes, so that every change is counted and heard of.
/// </summary>
internal static class VMStates
{
    /// <summary>Goes to a state, reserves or releases what it takes of its host, and tells the other areas.</summary>
    public static void Change(LabState lab, VirtualMachine vm, VMState state)
    {
        VMState from = vm.State;
        if (from == state)
        {
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

        lab.Raise(new VMStateChanged(vm.Key, from, state));
    }
}
