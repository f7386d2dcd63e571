using HyperVLab.Engine.Compute.Events;
using HyperVLab.Engine.Compute.Integration;
using HyperVLab.Engine.Compute.Load;
using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// What goes on inside virtual machines: booting from a disk's own bytes, standing still, and losing power.
/// </summary>
internal static class Guests
{
    /// <summary>Gives a machine power: its firmware looks for something to boot.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="vm">The machine.</param>
    /// <param name="setup">How much longer the boot takes, because something is installed.</param>
    public static void PowerOn(LabState lab, VirtualMachine vm, TimeSpan setup = default)
    {
        if (BootDisk.Read(lab, vm) is not { } system)
        {
            vm.SetGuest(GuestState.NoOperatingSystem);
            return;
        }

        if (!system.StartsInMachine)
        {
            vm.SetGuest(GuestState.BugCheck);
            lab.Write(
                LogLevel.Error,
                VMLog.Worker,
                lab.NameOf(vm.Computer),
                $"The guest of '{vm.Name}' stopped with 0x0000007B (INACCESSIBLE_BOOT_DEVICE): no driver for the disk "
                + $"of a virtual machine starts with its boot loader, only {system.BootDrivers}.");
            return;
        }

        if (GuestReleases.Is64Bit(system.OperatingSystem)
            && !Platforms.Of(lab.Computers[vm.Computer]).Has(PlatformFeature.Guest64Bit))
        {
            vm.SetGuest(GuestState.NoOperatingSystem);
            lab.Write(
                LogLevel.Error,
                VMLog.Worker,
                lab.NameOf(vm.Computer),
                $"The boot loader of '{vm.Name}' stopped: {system.OperatingSystem} is a system of 64 bits, and the "
                + "processor of the machine has 32.");
            return;
        }

        if (system.Generalized && GuestSetup.Run(lab, vm, system) is { } own)
        {
            system = own;
            setup += ComputeSettings.GuestSetup;
        }

        vm.LoadGuest(GuestServices.On(lab.Computers[vm.Computer], system));
        TimeSpan boot = system.BootSeconds is { } seconds
            ? TimeSpan.FromSeconds(seconds)
            : ComputeSettings.GuestBoot;
        Boot(lab, vm, setup + boot);
    }

    /// <summary>Says that a guest has booted: it answers from now on.</summary>
    public static void Booted(LabState lab, VirtualMachine vm)
    {
        vm.StopBooting(null);
        vm.SetGuest(GuestState.Running);

        // A booting system takes the time of the machine's own clock, which is the host's.
        vm.SetClock();
        GuestMemory.Follow(lab, vm);
        GuestNetwork.ComeUp(lab, vm, hasBooted: true);
        GuestDomains.LogOn(lab, vm);
        Workloads.Recover(lab, vm);
        Workloads.Settle(lab, vm);
    }

    /// <summary>Lets a guest stand still: no processor runs.</summary>
    public static void Freeze(LabState lab, VirtualMachine vm)
    {
        if (vm is { BootEvent: { } waiting, BootDue: { } due })
        {
            lab.Cancel(waiting);
            vm.StopBooting(due - lab.Now);
        }

        vm.StopClock(lab.Now);
        GuestMemory.Follow(lab, vm);
        GuestNetwork.GoDown(lab, vm);
        Workloads.Settle(lab, vm);
    }

    /// <summary>Lets a guest go on where it stood still, on whichever host its machine is now.</summary>
    public static void Thaw(LabState lab, VirtualMachine vm)
    {
        // Whatever else lets it go on, no processor runs while its rest is sent.
        if (vm.IsFrozen || lab.Migrations.Find(vm.Migration) is { StandsStill: true })
        {
            return;
        }

        vm.StartClock(lab.Now);
        if (IntegrationServices.IsWorking(vm, IntegrationServiceKind.TimeSynchronization))
        {
            vm.SetClock();
        }

        if (vm.BootRemaining is { } remaining)
        {
            Boot(lab, vm, remaining);
        }

        GuestMemory.Follow(lab, vm);
        if (vm.Guest == GuestState.Running)
        {
            GuestNetwork.ComeUp(lab, vm);
        }

        // What its disk takes from now on may be more than its volume has, and pause it.
        Workloads.Settle(lab, vm);
    }

    /// <summary>A guest that runs installs something and restarts, in order: nothing that it wrote is lost.</summary>
    public static void SetUpAndRestart(LabState lab, VirtualMachine vm, TimeSpan setup)
    {
        Workloads.ShutDown(lab, vm);
        PowerOff(lab, vm);
        PowerOn(lab, vm, setup);
    }

    /// <summary>Takes the power from a machine.</summary>
    public static void PowerOff(LabState lab, VirtualMachine vm)
    {
        Freeze(lab, vm);
        Workloads.LosePower(lab, vm);
        vm.ForgetGuest();
        GuestMemory.Follow(lab, vm);
        FlowEnds.Lose(lab, new LoadEnd(vm.Key, null));
    }

    private static void Boot(LabState lab, VirtualMachine vm, TimeSpan time) =>
        vm.BootUntil(lab.Now + time, lab.Schedule(time, new GuestBooted(vm.Key)));
}
