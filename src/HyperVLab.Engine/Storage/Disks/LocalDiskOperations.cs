using HyperVLab.Disks;
using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Vmdk;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// Operations on virtual hard disks in this computer's own file system. A kill at any moment leaves the old disk or the
/// new one; what is cancelled leaves its source as it was.
/// </summary>
public static class LocalDiskOperations
{
    /// <summary>Looks for everything that is wrong with a disk's file and its chain.</summary>
    /// <param name="path">The disk's full path.</param>
    /// <param name="now">The time.</param>
    /// <param name="work">Whom to tell, and whether to stop.</param>
    /// <exception cref="LabException">There is no such file, or this computer refused.</exception>
    public static IReadOnlyList<DiskDefect> Check(string path, DateTimeOffset now, DiskWork work) =>
        DiskReading.Of(Demand(path), () =>
        {
            using FileDiskFile file = FileDiskFile.Open(path, readOnly: true);
            return DiskCheck.Run(file, LocalDiskReader.ParentsOf(path), work, now);
        });

    /// <summary>Mends what can be mended without a guess at anybody's data.</summary>
    /// <param name="path">The disk's full path.</param>
    /// <returns>What was mended.</returns>
    /// <exception cref="LabException">There is no such file, no repair mends it, or this computer
    /// refused.</exception>
    public static IReadOnlyList<DiskDefect> Repair(string path) =>
        DiskReading.Change(Demand(path), VhdErrors.ChangeFailed, () =>
        {
            using FileDiskFile file = FileDiskFile.Open(path, readOnly: false);
            IReadOnlyList<DiskDefect> mended = DiskRepair.Run(file);
            file.Flush();
            return mended;
        });

    /// <summary>
    /// Makes a disk of another format, type or block size with the bytes of a disk and its parents. Raw images are
    /// known by their extensions, .img and .raw, and disks of this computer by where their devices are.
    /// </summary>
    /// <param name="path">The source's full path.</param>
    /// <param name="wish">What the new disk is to be; a type of Unknown leaves it to the source.</param>
    /// <param name="deleteSource">Whether the source is deleted when the new disk is whole.</param>
    /// <param name="identifier">The new disk's identifier, never used before.</param>
    /// <param name="created">When it is made.</param>
    /// <param name="work">Whom to tell, and whether to stop.</param>
    /// <exception cref="LabException">It cannot be made, or this computer refused.</exception>
    public static void Convert(
        string path,
        VhdSpecification wish,
        bool deleteSource,
        Guid identifier,
        DateTimeOffset created,
        DiskWork work)
    {
        Demand(path);
        if (deleteSource && LocalDiskFile.IsDevice(path))
        {
            throw VhdErrors.DeviceStays.For(path, path);
        }

        LocalPaths.DemandNew(wish.Path);

        DiskReading.Change(path, VhdErrors.ChangeFailed, () =>
        {
            using VirtualDisk source = LocalDiskFile.Open(path, readOnly: true);
            if (deleteSource && source is VmdkDisk { IsInSeveralFiles: true })
            {
                throw VhdErrors.PartsStay.For(path, path);
            }

            DiskCreation creation = CreationOf(source, wish, identifier, created);
            DiskFiles.Convert(source, wish.Path, creation, work, LocalDiskReader.ParentsOf(wish.Path));
        });
        if (deleteSource)
        {
            DiskReading.Change(path, VhdErrors.ChangeFailed, () => File.Delete(path));
        }
    }

    /// <summary>
    /// Writes what a differencing disk and those between hold into a disk below them, and deletes them then.
    /// </summary>
    /// <param name="path">The differencing disk's full path.</param>
    /// <param name="destination">The full path of the disk to merge into; null for the parent.</param>
    /// <param name="work">Whom to tell, and whether to stop: the chain then reads as before.</param>
    /// <returns>The full path of the disk that was merged into.</returns>
    /// <exception cref="LabException">The one is no difference to the other, or this computer refused.</exception>
    public static string Merge(string path, string? destination, DiskWork work)
    {
        IReadOnlyList<string> chain = ChainTo(path, destination);
        DiskReading.Change(path, VhdErrors.ChangeFailed, () =>
        {
            Merge(chain, work);
            foreach (string merged in chain.SkipLast(1))
            {
                File.Delete(merged);
            }
        });
        return chain[^1];
    }

    /// <summary>Changes the size that a guest sees; the partitions on it stay as they are.</summary>
    /// <param name="path">The disk's full path.</param>
    /// <param name="sizeBytes">The new size; null for the smallest that the disk can have.</param>
    /// <param name="allowVhdShrink">Whether a VHD may become smaller, which the real system never does.</param>
    /// <param name="work">Whether to stop before the change; once begun it is finished.</param>
    /// <exception cref="LabException">It cannot have that size, or this computer refused.</exception>
    public static void Resize(string path, long? sizeBytes, bool allowVhdShrink, DiskWork work) =>
        DiskReading.Change(Demand(path), VhdErrors.ChangeFailed, () =>
        {
            using VirtualDisk disk = LocalDiskFile.Open(path, readOnly: false);
            long size = new VhdResizing(path, sizeBytes, allowVhdShrink).Decide(
                VhdShape.Of(disk), () => DiskResize.SmallestSizeBytes(disk));
            DiskResize.Run(disk, size, new DiskResizeOptions { AllowVhdShrink = allowVhdShrink }, work);
        });

    /// <summary>Says what a compaction of a disk would drop. Nothing changes.</summary>
    /// <param name="path">The disk's full path.</param>
    /// <param name="mode">What to look for; null for Full with a VHD and Quick with a VHDX.</param>
    /// <param name="allowSnapshots">Whether shadow copies of volumes may be damaged.</param>
    /// <param name="work">Whom to tell, and whether to stop.</param>
    /// <exception cref="LabException">It is fixed, shadow copies would be damaged, or this computer refused.
    /// </exception>
    public static CompactionPlan PlanCompaction(
        string path, CompactionMode? mode, bool allowSnapshots, DiskWork work) =>
        DiskReading.Of(Demand(path), () =>
        {
            using VirtualDisk disk = LocalDiskFile.Open(path, readOnly: true);
            return new VhdCompacting(path, mode, allowSnapshots).Plan(disk, work);
        });

    /// <summary>Takes out of a disk's file, in place, what its guest no longer uses.</summary>
    /// <param name="path">The disk's full path.</param>
    /// <param name="mode">What to look for; null for Full with a VHD and Quick with a VHDX.</param>
    /// <param name="allowSnapshots">Whether shadow copies of volumes may be damaged.</param>
    /// <param name="work">Whom to tell, and whether to stop: what is done by then stays done.</param>
    /// <exception cref="LabException">It is fixed, shadow copies would be damaged, or this computer refused.
    /// </exception>
    public static void Optimize(string path, CompactionMode? mode, bool allowSnapshots, DiskWork work) =>
        DiskReading.Change(Demand(path), VhdErrors.ChangeFailed, () =>
        {
            using VirtualDisk disk = LocalDiskFile.Open(path, readOnly: false);
            DiskCompaction.Run(disk, new VhdCompacting(path, mode, allowSnapshots).Plan(disk, work), work);
        });

    /// <summary>The disks of a merge, from the one that is merged down to the destination.</summary>
    /// <param name="path">The differencing disk's full path.</param>
    /// <param name="destination">The full path of the disk to merge into; null for the parent.</param>
    /// <exception cref="LabException">The one is no difference to the other.</exception>
    public static IReadOnlyList<string> ChainTo(string path, string? destination)
    {
        List<string> chain = [];
        foreach (VirtualHardDiskLinkView link in LocalDiskReader.ReadChain(Demand(path), "."))
        {
            if (link.Link.Problem is { } problem)
            {
                throw VhdErrors.ChainBroken.For(path, path, problem);
            }

            chain.Add(link.Link.Path ?? path);
            bool isDestination = destination is null
                ? chain.Count == 2
                : chain.Count > 1 && LocalPaths.AreSame(chain[^1], destination);
            if (isDestination)
            {
                return chain;
            }
        }

        throw chain.Count == 1
            ? VhdErrors.NotDifferencing.For(path, path)
            : VhdErrors.NotInChain.For(path, destination!, path);
    }

    internal static string Demand(string path) => File.Exists(path) || LocalDiskFile.IsDevice(path)
        ? path
        : throw StorageErrors.FileNotFound.For(path, path, "this computer");

    internal static DiskCreation CreationOf(
        VirtualDisk source, VhdSpecification wish, Guid identifier, DateTimeOffset created)
    {
        if (LocalDiskFile.IsRaw(wish.Path))
        {
            return wish.VhdType is VhdType.Unknown or VhdType.Fixed && wish.ParentPath is null
                ? new DiskCreation
                {
                    Format = VhdFormat.Raw,
                    Type = VhdType.Fixed,
                    SizeBytes = source.SizeBytes,
                    Identifier = identifier,
                    Created = created,
                }
                : throw VhdErrors.RawIsFixed.For(wish.Path, wish.Path);
        }

        VhdFormatRules rules = VhdFormatRules.Of(wish.Path);
        VhdSpecification disk = VhdConversions.Specify(VhdShape.Of(source), wish);
        VirtualHardDiskView? parent = LocalVirtualDisks.ParentOf(disk);
        return VhdShape.Of(rules, disk, parent?.Shape).Creation(identifier, created) with
        {
            Parent = parent is null ? null : LocalVirtualDisks.LinkTo(parent, disk.Path),
        };
    }

    private static void Merge(IReadOnlyList<string> chain, DiskWork work)
    {
        using FileDiskFile destination = FileDiskFile.Open(chain[^1], readOnly: false);
        using FileDiskFile child = FileDiskFile.Open(chain[0], readOnly: true);
        DiskMerge.Run(
            child,
            LocalDiskReader.ParentsOf(chain[0]),
            chain.Count - 1,
            destination,
            LocalDiskReader.ParentsOf(chain[^1]),
            work);
    }
}
