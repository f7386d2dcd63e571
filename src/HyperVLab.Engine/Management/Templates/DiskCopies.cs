using HyperVLab.Disks;
using HyperVLab.Disks.Guests;
using HyperVLab.Engine.Compute.Integration;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>
/// Copies of virtual hard disks between volumes, byte for byte: a copy is its source, identifier included.
/// </summary>
internal static class DiskCopies
{
    /// <summary>How long a file takes from one computer to another.</summary>
    public static TimeSpan TimeOf(long bytes, Key<PhysicalComputer> from, Key<PhysicalComputer> to) => from == to
        ? TimeSpan.Zero
        : TimeSpan.FromSeconds(Math.Ceiling((double)bytes / TemplateSettings.CopyBytesPerSecond));

    /// <summary>Where a disk can be copied to.</summary>
    /// <exception cref="LabException">Something is there, or there is no room.</exception>
    public static ResolvedPath DemandPlace(
        LabState lab, Key<PhysicalComputer> computer, string path, StoredFile source) =>
        ContentFiles.Demand(lab, computer, path, source.SizeBytes);

    /// <summary>Copies a disk.</summary>
    /// <returns>The copy.</returns>
    /// <exception cref="LabException">Something is there, or there is no room.</exception>
    /// <exception cref="DiskStoreException">This computer refused.</exception>
    public static StoredFile Copy(LabState lab, StoredFile source, Key<PhysicalComputer> computer, string path)
    {
        ResolvedPath place = DemandPlace(lab, computer, path, source);
        StoredDisk disk = VirtualDiskFiles.Find(lab, source.Key)!;
        DiskLocation from = DiskLocation.Of(source);
        ContentFiles.Write(lab, place, target =>
        {
            using IDiskFile bytes = lab.Disks.Open(from, readOnly: true);
            bytes.CopyDataTo(target);
        });
        return ContentFiles.Add(lab, place, source.SizeBytes, disk.Shape, disk.Identifier);
    }

    /// <summary>Makes a differencing disk of a disk of the same computer.</summary>
    /// <exception cref="LabException">Something is there, or there is no room.</exception>
    /// <exception cref="DiskStoreException">This computer refused.</exception>
    public static StoredFile Differ(LabState lab, Key<PhysicalComputer> computer, string parent, string path)
    {
        VhdPlan plan = VirtualDiskFiles.Plan(lab, computer, new VhdSpecification
        {
            Path = path,
            VhdType = VhdType.Differencing,
            ParentPath = parent,
        });
        VirtualDiskFiles.Write(lab, plan);
        return lab.StoredFiles[VirtualDiskFiles.Add(lab, plan).File];
    }

    /// <summary>Changes a disk's bytes, where its volume has room for what that adds.</summary>
    /// <exception cref="LabException">It has not.</exception>
    /// <exception cref="DiskStoreException">This computer refused, or the disk is damaged.</exception>
    public static void Change(LabState lab, StoredFile file, Action<VirtualDisk> change)
    {
        StoredDisk disk = VirtualDiskFiles.Find(lab, file.Key)!;
        FileTable.DemandSpace(
            lab,
            lab.Volumes[file.Volume],
            file.Path,
            VirtualDiskFiles.GrowthOf(disk, TemplateSettings.IdentityBytes));
        VirtualDiskFiles.Measure(lab, file, VirtualDiskFiles.Change(lab, file, change));
    }

    /// <summary>What is installed on a disk; null where nothing is, or it cannot be read.</summary>
    public static GuestSystemRecord? SystemOn(LabState lab, StoredFile file)
    {
        try
        {
            return VirtualDiskFiles.Read(lab, file, GuestReleases.Read);
        }
        catch (Exception failure) when (failure is DiskFormatException or DiskStoreException)
        {
            return null;
        }
    }

    /// <summary>Does something with files in an event, and says why it could not.</summary>
    public static StepFailure? Try(string name, Action work)
    {
        try
        {
            work();
            return null;
        }
        catch (Exception failure) when (failure is LabException or DiskStoreException or DiskFormatException)
        {
            return new StepFailure(TemplateErrors.CopyFailed, name, name, failure.Message);
        }
    }
}
