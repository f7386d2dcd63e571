using HyperVLab.Disks.Guests;
using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Compute.Integration;

/// <summary>
/// The setup disk (vmguest.iso) by which a host up to Windows Server 2012 R2 brings integration services to its guests.
/// </summary>
internal static class IntegrationSetup
{
    /// <summary>
    /// Refuses a machine that neither is off nor has a guest that runs, or that something is done with.
    /// </summary>
    /// <exception cref="Engine.Requests.LabException">It is such a machine.</exception>
    public static void DemandReady(LabState lab, VirtualMachine vm)
    {
        ControllerPlaces.DemandChangeable(vm, ControllerType.SCSI);
        if (DiskMerges.GoingOn(lab, vm) is not null)
        {
            throw VMErrors.Busy.For(vm.Name, vm.Name, "merge of its disks");
        }

        if (vm.State != VMState.Off && !vm.HasRunningGuest)
        {
            throw IntegrationErrors.GuestNotReady.For(vm.Name, vm.Name, vm.State.ToString(), vm.Guest.ToString());
        }
    }

    /// <summary>Refuses where the setup disk has nothing for the guest, or nothing newer.</summary>
    /// <exception cref="Engine.Requests.LabException">It has not.</exception>
    public static void DemandUse(PhysicalComputer host, VirtualMachine vm, GuestSystemRecord system)
    {
        bool isOther = Platforms.Of(host).GuestServices is not null;
        if (!isOther && host.Edition!.Version > WindowsVersion.W2012R2)
        {
            throw IntegrationErrors.NoSetupDisk.For(vm.Name, host.Name, host.Edition!.Name);
        }

        if (!isOther && !GuestReleases.Of(system.OperatingSystem).TakesSetup)
        {
            throw IntegrationErrors.NotSupported.For(vm.Name, host.Name, system.OperatingSystem);
        }

        string brought = VersionFor(host, system);
        if (system.IntegrationServicesVersion is { } own
            && (own == brought || (!isOther && !IntegrationVersions.IsOlder(own, brought))))
        {
            throw IntegrationErrors.UpToDate.For(vm.Name, vm.Name, own, host.Name, brought);
        }
    }

    /// <summary>The version that a guest has after the setup.</summary>
    public static string VersionFor(PhysicalComputer host, GuestSystemRecord system) =>
        Platforms.Of(host).GuestServices is { } services ? services
        : GuestReleases.IsWindows(system.OperatingSystem)
            ? IntegrationVersions.OfHost(host.Edition!.Version)
            : IntegrationVersions.Linux;
}
