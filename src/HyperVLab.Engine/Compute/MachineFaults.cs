using HyperVLab.Engine.Compute.Notices;

namespace HyperVLab.Engine.Compute;

/// <summary>What can befall virtual machines and their guests, and its repair.</summary>
internal static class MachineFaults
{
    /// <summary>
    /// The worker process of a machine that has power quits: the machine is off, nothing is saved, and a cluster that
    /// keeps it hears of the failure.
    /// </summary>
    public static void Crash(LabState lab, VirtualMachine vm)
    {
        if (!vm.HoldsResources)
        {
            return;
        }

        if (lab.Migrations.Find(vm.Migration) is { } migration)
        {
            Migrations.Fail(lab, migration, VMErrors.Quit, vm.Name);
        }

        lab.Write(
            LogLevel.Error, VMLog.Management, lab.NameOf(vm.Computer), $"'{vm.Name}' has quit unexpectedly.");
        VMControl.PowerLost(lab, vm, hasCrashed: true);
    }

    /// <summary>
    /// A running guest hangs: its heartbeat is lost and it answers nothing, until <see cref="FreeGuest"/> was called as
    /// often, or somebody resets it.
    /// </summary>
    public static void HangGuest(LabState lab, VirtualMachine vm)
    {
        vm.CountHang(true);
        if (vm.Guest == GuestState.Running)
        {
            GuestNetwork.GoDown(lab, vm);
            vm.SetGuest(GuestState.Hung);
            GuestMemory.Follow(lab, vm);
            Workloads.Settle(lab, vm);
            lab.Raise(new GuestHung(vm.Key));
        }
    }

    /// <summary>A guest that hangs goes on.</summary>
    public static void FreeGuest(LabState lab, VirtualMachine vm)
    {
        vm.CountHang(false);
        if (vm is { HangFaults: 0, Guest: GuestState.Hung })
        {
            vm.SetGuest(GuestState.Running);
            if (vm.State == VMState.Running)
            {
                Guests.Thaw(lab, vm);
            }
        }
    }
}
