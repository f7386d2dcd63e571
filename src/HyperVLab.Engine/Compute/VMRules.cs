using HyperVLab.Engine.Compute.Integration;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Compute;

/// <summary>What an action on a virtual machine asks for beyond its state.</summary>
internal static class VMRules
{
    /// <summary>Why an action cannot be taken now; null where it can.</summary>
    public static LabException? Refusal(LabState lab, VirtualMachine vm, VMAction action)
    {
        if (vm.IsStored)
        {
            return VMErrors.Stored.For(vm.Name, vm.Name);
        }

        if (vm.Migration is not null || vm.HoldingJob is not null)
        {
            return VMErrors.Busy.For(vm.Name, vm.Name, vm.Business!);
        }

        if (VMLifecycle.Of(vm.State, action) is null)
        {
            return VMErrors.WrongState.For(vm.Name, vm.Name, vm.State.ToString());
        }

        PhysicalComputer computer = lab.Computers[vm.Computer];
        if (!computer.IsAnswering)
        {
            return ComputerQueries.Unavailable(computer);
        }

        return action switch
        {
            VMAction.ShutDown when !vm.HasRunningGuest =>
                VMErrors.NoShutdown.For(vm.Name, vm.Name, vm.Guest.ToString()),
            VMAction.ShutDown when vm.IntegrationServicesVersion is null =>
                IntegrationErrors.NoneInGuest.For(vm.Name, vm.Name, vm.GuestOperatingSystem ?? "unknown"),
            VMAction.ShutDown when !IntegrationServices.IsWorking(vm, IntegrationServiceKind.Shutdown) =>
                IntegrationErrors.ShutdownDisabled.For(vm.Name, vm.Name),
            VMAction.Save when !VMFiles.CanSave(lab, vm) =>
                VMErrors.NoRoomForState.For(vm.Name, vm.Name, VMLimits.Text(vm.MemoryStartupBytes >> 20)),
            VMAction.Start => StartRefusal(lab, vm),
            _ => null,
        };
    }

    /// <summary>Why a machine cannot be started or restored on its host; null where it can.</summary>
    public static LabException? StartRefusal(LabState lab, VirtualMachine vm)
    {
        PhysicalComputer computer = lab.Computers[vm.Computer];
        return !computer.IsRunning
            ? ComputerQueries.Unavailable(computer)
            : HostCapacity.Refusal(lab, vm, computer)
                ?? VMDrives.StartRefusal(lab, vm, computer)
                ?? (vm.State == VMState.Off && !VMAdapters.CanGiveMacAddresses(lab, vm)
                    ? DeviceErrors.NoDynamicMac.For(vm.Name, vm.Name, computer.Name)
                    : null);
    }
}
