using HyperVLab.Disks.Guests;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;

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
        VMDrives.DemandChangeable(vm, ControllerType.SCSI);
        if (DiskMerges.GoingOn(lab, vm) is not null)
        {
            throw VMErrors.Busy.For(vm.Name, vm.Name, "merge of its disks");
        }

        if (vm.State != VMState.Off && !vm.HasRunningGuest)
        {
            throw IntegrationErrors.GuestNotReady.For(vm.Name, vm.Name, vm.State.ToString(), vm.Guest.ToString());
        }
    }

    /// <summary>Refuses a boot disk that cannot be written, or that has no room for what is installed.</summary>
    /// <exception cref="Engine.Requests.LabException">It cannot.</exception>
    public static void DemandDisk(LabState lab, VirtualMachine vm)
    {
        StoredFile file = DiskOf(lab, vm);
        if (VMDrives.UserOf(lab, file, vm.Key) is { } user)
        {
            throw DeviceErrors.DiskInUse.For(vm.Name, vm.Name, file.Path, user.Name);
        }

        if ((VMDrives.MountRefusal(lab, vm, file, file.Path) ?? VMDiskChains.Refusal(lab, vm, file, file.Path)) is
            { } refusal)
        {
            throw refusal;
        }

        StoredDisk disk = VirtualDiskFiles.Find(lab, file.Key)
            ?? throw StorageErrors.NotADisk.For(file.Path, file.Path);
        FileTable.DemandSpace(
            lab,
            lab.Volumes[file.Volume],
            file.Path,
            VirtualDiskFiles.GrowthOf(disk, GuestSystem.ReservedBytes));
    }

    /// <summary>Refuses where the setup disk has nothing for the guest, or nothing newer.</summary>
    /// <exception cref="Engine.Requests.LabException">It has not.</exception>
    public static void DemandUse(PhysicalComputer host, VirtualMachine vm, GuestSystemRecord system)
    {
        if (host.Edition!.Version > WindowsVersion.W2012R2)
        {
            throw IntegrationErrors.NoSetupDisk.For(vm.Name, host.Name, host.Edition.Name);
        }

        if (!GuestReleases.Of(system.OperatingSystem).TakesSetup)
        {
            throw IntegrationErrors.NotSupported.For(vm.Name, host.Name, system.OperatingSystem);
        }

        string brought = VersionFor(host, system);
        if (system.IntegrationServicesVersion is { } own && !IntegrationVersions.IsOlder(own, brought))
        {
            throw IntegrationErrors.UpToDate.For(vm.Name, vm.Name, own, host.Name, brought);
        }
    }

    /// <summary>The version that a guest has after the setup.</summary>
    public static string VersionFor(PhysicalComputer host, GuestSystemRecord system) =>
        GuestReleases.IsWindows(system.OperatingSystem)
            ? IntegrationVersions.OfHost(host.Edition!.Version)
            : IntegrationVersions.Linux;

    /// <summary>The virtual hard disk that a machine boots from.</summary>
    /// <exception cref="Engine.Requests.LabException">It has none, or it is out of reach.</exception>
    public static StoredFile DiskOf(LabState lab, VirtualMachine vm) => BootDisk.Find(lab, vm) is { } drive
        ? VMDrives.RequireDisk(lab, vm.Computer, drive.Path!)
        : throw DeviceErrors.NoDisk.For(vm.Name, vm.Name);
}
