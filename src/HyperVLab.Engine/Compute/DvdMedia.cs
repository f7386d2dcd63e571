using HyperVLab.Disks;
using HyperVLab.Disks.Optical;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>The images in DVD drives: files of the machine's host, or of a share in the network.</summary>
internal static class DvdMedia
{
    /// <summary>An image as a host finds it now.</summary>
    /// <exception cref="LabException">It does not find it.</exception>
    public static StoredFile Require(LabState lab, Key<PhysicalComputer> host, string path)
    {
        (Key<PhysicalComputer> computer, string local) = SmbShares.Local(lab, host, path);
        return computer == host || lab.CanReach(host, computer)
            ? FileTable.Require(lab, computer, local)
            : throw FileErrors.ShareNotFound.For(path, path);
    }

    /// <summary>The image in a drive as its machine's host finds it now; null where it does not.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="drive">The drive, which is not empty.</param>
    /// <param name="host">The host that looks for it.</param>
    /// <param name="fault">Why it does not.</param>
    public static StoredFile? FileOf(
        LabState lab, VMDvdDrive drive, Key<PhysicalComputer> host, out string fault)
    {
        try
        {
            fault = string.Empty;
            return Require(lab, host, drive.Path!);
        }
        catch (LabException refusal)
        {
            fault = refusal.Message;
            return null;
        }
    }

    /// <summary>The image in a drive, where it stands in the machine's own folder; else null.</summary>
    public static StoredFile? OwnFileOf(LabState lab, VirtualMachine vm, VMDvdDrive drive) =>
        drive.Path?.StartsWith($@"{vm.Path}\", StringComparison.OrdinalIgnoreCase) == true
            ? FileOf(lab, drive, vm.Computer, out _)
            : null;

    /// <summary>Refuses what a machine's DVD drive cannot have.</summary>
    /// <exception cref="LabException">It is not there, is no image, or other nodes of the machine's cluster would not
    /// find it.</exception>
    public static void Demand(LabState lab, VirtualMachine vm, string path, bool allowUnverified)
    {
        StoredFile file = Require(lab, vm.Computer, path);
        if (!IsImage(lab, file, path))
        {
            throw DeviceErrors.NoImage.For(path, vm.Name, path);
        }

        if (vm.IsClustered && !allowUnverified && !IsShared(lab, file, path))
        {
            throw DeviceErrors.ImageNotShared.For(path, vm.Name, path);
        }
    }

    /// <summary>Refuses to change what is in the drives of a machine with which something is being done.</summary>
    /// <exception cref="LabException">Something is, or it is saved.</exception>
    public static void DemandChangeable(VirtualMachine vm)
    {
        if (vm.Business is { } business)
        {
            throw VMErrors.Busy.For(vm.Name, vm.Name, business);
        }

        if (vm.State is not (VMState.Off or VMState.Running or VMState.Paused))
        {
            throw DeviceErrors.MediumBusy.For(vm.Name, vm.Name, vm.State.ToString());
        }
    }

    /// <summary>Whether a file is the image of a CD or DVD, by its bytes.</summary>
    /// <exception cref="LabException">It cannot be read.</exception>
    public static bool IsImage(LabState lab, StoredFile file, string path) =>
        file.Kind == StoredFileKind.Content && DiskReading.Of(path, () =>
        {
            using IDiskFile bytes = lab.Disks.Open(DiskLocation.Of(file), readOnly: true);
            return OpticalImage.IsImage(bytes);
        });

    /// <summary>Whether all nodes of a cluster find an image: it is in the network or on a cluster's disk.</summary>
    public static bool IsShared(LabState lab, StoredFile file, string path) =>
        SmbShares.IsNetworkPath(path) || StorageReach.LunOf(lab, lab.Volumes[file.Volume]).IsClustered;

    /// <summary>Why a machine cannot be started with what is in its DVD drives; null where it can.</summary>
    public static LabException? StartRefusal(LabState lab, VirtualMachine vm)
    {
        foreach (VMDvdDrive drive in VMQueries.DvdDrivesOf(lab, vm))
        {
            if (drive.Path is { } path && FileOf(lab, drive, vm.Computer, out string fault) is null)
            {
                return DeviceErrors.ImageMissing.For(vm.Name, vm.Name, path, fault);
            }
        }

        return null;
    }

    /// <summary>The first machine of some kind that has a file in a DVD drive; null where none has.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="file">The file.</param>
    /// <param name="counts">Which machines count.</param>
    public static VirtualMachine? UserOf(LabState lab, StoredFile file, Func<VirtualMachine, bool> counts) =>
        UsersOf(lab, file).FirstOrDefault(counts);

    /// <summary>The machines that have a file in a DVD drive.</summary>
    public static IEnumerable<VirtualMachine> UsersOf(LabState lab, StoredFile file) =>
        lab.VMDvdDrives.Where(drive => HasIn(lab, drive, file)).Select(drive => lab.VirtualMachines[drive.VM]);

    /// <summary>Whether a file is in a drive, be the way to it open now or not.</summary>
    public static bool HasIn(LabState lab, VMDvdDrive drive, StoredFile file)
    {
        // Names are compared first: to find the file of every drive of the lab would cost too much.
        if (drive.Path is not { } path || !path.EndsWith(file.Name, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        try
        {
            (Key<PhysicalComputer> computer, string local) =
                SmbShares.Local(lab, lab.VirtualMachines[drive.VM].Computer, path);
            return PathResolver.Locate(lab, computer, local) is { } place && FileTable.Find(lab, place) == file;
        }
        catch (LabException)
        {
            return false;
        }
    }
}
