using HyperVLab.Disks.Guests;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Integration;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Management;

/// <summary>
/// What a machine's move from Virtual Server to Hyper-V changes in it: the services of one platform are taken out of
/// the guest and those of the other put in, and a disk to boot from goes from SCSI to IDE, as Hyper-V's SCSI is there
/// only once a guest runs (Microsoft Press, "Moving from Virtual Server 2005 R2 to Hyper-V").
/// </summary>
internal static class PlatformMove
{
    /// <summary>Refuses to move a machine to a host of a platform to which its own leads no way.</summary>
    /// <exception cref="Engine.Requests.LabException">None leads there, or nothing on it runs machines.</exception>
    public static void Demand(LabState lab, VirtualMachine vm, PhysicalComputer target)
    {
        Platform from = Of(lab, vm);
        Platform to = Platforms.Of(target);
        if (!IsPossible(from, to))
        {
            throw PlatformErrors.OtherPlatform.For(vm.Name, vm.Name, from.Name, target.Name, to.Name);
        }
    }

    /// <summary>The platform that a machine is on, or for which it is stored.</summary>
    public static Platform Of(LabState lab, VirtualMachine vm) =>
        vm.StoredFor is { } stored ? Platforms.Of(stored) : Platforms.Of(lab.Computers[vm.Computer]);

    /// <summary>Whether machines move from hosts of a platform to those of another.</summary>
    public static bool IsPossible(Platform from, Platform to) => from == to || from.MovesTo.Contains(to.Id);

    /// <summary>Whether a move is one between platforms.</summary>
    public static bool Is(LabState lab, VirtualMachine vm, PhysicalComputer target) =>
        Of(lab, vm) != Platforms.Of(target);

    /// <summary>Puts the services of the target's platform into the guest on a copy of the boot disk.</summary>
    /// <returns>Why it could not; null where it could, or there is nothing to be done.</returns>
    public static StepFailure? ReplaceServices(LabState lab, VirtualMachine vm, VMMove move)
    {
        PhysicalComputer host = lab.Computers[move.Target];
        return BootDisk.Find(lab, vm) is { } drive
            && VMDrives.FileOf(lab, vm, drive) is { } left
            && VMDrives.FileOn(lab, move.Target, VMMoveRules.PathOf(move.Folder, left), out _) is { } arrived
            && DiskCopies.SystemOn(lab, arrived) is { } system
                ? DiskCopies.Try(vm.Name, () => Replace(lab, host, arrived, system))
                : null;
    }

    /// <summary>Lets a machine that has arrived boot from IDE, where its platform boots from nothing else.</summary>
    public static void BootFromIde(LabState lab, VirtualMachine vm)
    {
        if (!Platforms.Of(lab.Computers[vm.Computer]).BootsFromScsi
            && BootDisk.Find(lab, vm) is null
            && VMQueries.DrivesOf(lab, vm).FirstOrDefault() is { } first
            && ControllerPlaces.FirstFree(lab, vm, ControllerType.IDE) is { } place)
        {
            first.MoveTo(place);
        }
    }

    // Of a real Windows the lab changes no services: its administrator does, in the guest.
    private static void Replace(LabState lab, PhysicalComputer host, StoredFile file, GuestSystemRecord system)
    {
        if (VirtualDiskFiles.Read(lab, file, GuestSystem.Read) is null)
        {
            return;
        }

        string? services = GuestReleases.Of(system.OperatingSystem).TakesSetup
            ? IntegrationSetup.VersionFor(host, system)
            : null;
        DiskCopies.Change(
            lab, file, disk => GuestSystem.Update(disk, system with { IntegrationServicesVersion = services }));
    }
}
