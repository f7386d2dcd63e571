using HyperVLab.Disks;
using HyperVLab.Disks.Vmdk;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// Virtual hard disks in volumes: planned while a request is validated, written before it is recorded, and entered into
/// the tables when it acts.
/// </summary>
internal static class VirtualDiskFiles
{
    /// <summary>Checks that a disk can be made there, and says what it will be.</summary>
    /// <exception cref="Engine.Requests.LabException">It cannot be made.</exception>
    public static VhdPlan Plan(LabState lab, Key<PhysicalComputer> computer, VhdSpecification specification) =>
        VhdPlanner.Plan(lab, computer, specification);

    /// <summary>Where a planned disk is written.</summary>
    public static DiskLocation LocationOf(LabState lab, VhdPlan plan) =>
        new(plan.Path.Volume.Key.Number, lab.FileIndex.Spell(plan.Path.Volume.Key, plan.Path.Relative));

    /// <summary>Writes the bytes of a planned disk.</summary>
    /// <exception cref="DiskStoreException">This computer refused.</exception>
    public static void Write(LabState lab, VhdPlan plan) => DiskReading.Strictly(() =>
        lab.Disks.Create(LocationOf(lab, plan), target => Fill(lab, target, plan)));

    /// <summary>Writes a planned disk with bytes in it.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="fill">Writes the disk: into an empty file, what it is to be, with who finds its parent.</param>
    /// <returns>The file's length in bytes, which the plan did not know.</returns>
    /// <exception cref="DiskStoreException">A file is missing or damaged, or this computer refused.</exception>
    /// <exception cref="Engine.Requests.LabException">The volume has no room for it; nothing is left.</exception>
    public static long Write(LabState lab, VhdPlan plan, Action<IDiskFile, DiskCreation, IParentResolver?> fill) =>
        DiskReading.Strictly(() =>
        {
            DiskLocation location = LocationOf(lab, plan);
            lab.Disks.Create(location, target => Fill(lab, target, plan, fill));

            // Some stores fill a file on first use only, and what it is made of may be gone by then.
            using IDiskFile file = lab.Disks.Open(location, readOnly: true);
            long length = file.Length;
            try
            {
                FileTable.DemandSpace(lab, plan.Path.Volume, plan.Path.Full, plan.Path.Volume.Rounded(length));
                return length;
            }
            catch
            {
                lab.Disks.Delete(location);
                throw;
            }
        });

    /// <summary>Writes an empty planned disk into an empty file, which stays open.</summary>
    /// <exception cref="DiskStoreException">The parent's file is missing, or this computer refused.</exception>
    /// <exception cref="DiskFormatException">The parent is damaged.</exception>
    public static void Fill(LabState lab, IDiskFile target, VhdPlan plan) => Fill(lab, target, plan, VhdPlanner.Fill);

    /// <summary>Enters a disk whose bytes were written into the tables.</summary>
    public static StoredDisk Add(LabState lab, VhdPlan plan)
    {
        StoredFile file = FileTable.Create(lab, plan.Path, plan.FileSizeBytes, StoredFileKind.VirtualHardDisk);
        StoredDisk disk = lab.StoredDisks.Add(key => new StoredDisk(key, file.Key, plan.Shape, plan.Identifier));
        if (plan.Parent is { } parent)
        {
            disk.DeriveFrom(parent.Key);
        }

        return disk;
    }

    /// <summary>What the lab knows of a file as a disk; null where it is none.</summary>
    public static StoredDisk? Find(LabState lab, Key<StoredFile> file) => lab.DisksByFile.First(file);

    /// <summary>Opens a disk with its parents; the caller disposes it, which makes what it wrote durable.</summary>
    /// <exception cref="DiskStoreException">A file is missing or this computer refused.</exception>
    /// <exception cref="DiskFormatException">The bytes are no virtual disk, or its chain is broken.</exception>
    public static VirtualDisk Open(LabState lab, StoredFile file, bool readOnly)
    {
        IDiskFile bytes = lab.Disks.Open(DiskLocation.Of(file), readOnly);
        try
        {
            return DiskStoreException.Guard(() => !readOnly && DiskFormats.Detect(bytes) == VhdFormat.VMDK
                ? VmdkDisk.OpenForWriting(bytes)
                : VirtualDisk.Open(bytes, new VhdParents(lab, file), readOnly));
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    /// <summary>Reads something of a disk.</summary>
    /// <exception cref="DiskStoreException">A file is missing or this computer refused.</exception>
    /// <exception cref="DiskFormatException">The bytes are no virtual disk, or its chain is broken.</exception>
    public static T Read<T>(LabState lab, StoredFile file, Func<VirtualDisk, T> read)
    {
        using VirtualDisk disk = Open(lab, file, readOnly: true);
        return DiskStoreException.Guard(() => read(disk));
    }

    /// <summary>
    /// Changes a disk's bytes durably, while a request writes; <see cref="Measure"/> takes over the length later.
    /// </summary>
    /// <returns>The file's new length in bytes.</returns>
    /// <exception cref="DiskStoreException">
    /// A file is missing or damaged, its chain is broken, or this computer refused.
    /// </exception>
    public static long Change(LabState lab, StoredFile file, Action<VirtualDisk> change) => DiskReading.Strictly(() =>
    {
        using VirtualDisk disk = Open(lab, file, readOnly: false);
        change(disk);
        disk.Flush();
        return disk.FileSizeBytes;
    });

    /// <summary>The most that a change of so many bytes of the disk may lengthen its file.</summary>
    public static long GrowthOf(StoredDisk disk, long bytes)
    {
        if (disk.VhdType == VhdType.Fixed)
        {
            return 0;
        }

        // A change may begin in the middle of a block, and every block has its bitmap and up to 4 KiB before it.
        long blocks = (bytes / disk.BlockSizeBytes) + 2;
        int bitmap = Math.Max(disk.BlockSizeBytes / VirtualDisk.SectorBytes / 8, VirtualDisk.SectorBytes);
        return blocks * (disk.BlockSizeBytes + bitmap + StorageSettings.BlockAlignmentBytes);
    }

    /// <summary>Takes over the length that <see cref="Change"/> gave into the table.</summary>
    public static void Measure(LabState lab, StoredFile file, long sizeBytes) => FileTable.Resize(lab, file, sizeBytes);

    private static void Fill(
        LabState lab, IDiskFile target, VhdPlan plan, Action<IDiskFile, DiskCreation, IParentResolver?> fill)
    {
        DiskCreation creation = plan.Creation;
        if (plan.Parent is { } parent)
        {
            creation = creation with { Parent = VhdParents.LinkTo(lab, parent, plan) };
        }

        fill(target, creation, plan.Parent is { } known ? new ChosenParent(lab, known) : null);
    }
}
