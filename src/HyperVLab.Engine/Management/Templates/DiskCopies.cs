using HyperVLab.Disks;
using HyperVLab.Disks.Guests;
using HyperVLab.Engine.Compute.Integration;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>
/// Copies of virtual hard disks between computers, sent byte for byte: a copy is its source, identifier included.
/// </summary>
internal static class DiskCopies
{
    /// <summary>What is sent, to copy a disk.</summary>
    public static TransferPlan PlanOf(
        StoredFile source, Key<PhysicalComputer> from, Key<PhysicalComputer> to, string path) => new()
        {
            Name = source.Name,
            Source = from,
            Target = to,
            Bytes = source.SizeBytes,
            File = source.Key,
            TargetPath = path,
        };

    /// <summary>Where a disk can be copied to.</summary>
    /// <exception cref="LabException">Something is there, or there is no room.</exception>
    public static ResolvedPath DemandPlace(
        LabState lab, Key<PhysicalComputer> computer, string path, StoredFile source) =>
        ContentFiles.Demand(lab, computer, path, source.SizeBytes);

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
