using System.Collections.Concurrent;
using System.Globalization;
using HyperVLab.Disks;
using HyperVLab.Disks.Vhd;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>Decides whether a virtual hard disk can be made, and how long its file is.</summary>
internal static class VhdPlanner
{
    // The length of an empty dynamic disk depends on these two alone.
    private static readonly ConcurrentDictionary<(long Size, int Block), long> s_dynamicLengths = new();

    /// <summary>Checks a specification and completes it.</summary>
    /// <exception cref="Engine.Requests.LabException">It cannot be made.</exception>
    public static VhdPlan Plan(LabState lab, Key<PhysicalComputer> computer, VhdSpecification specification)
    {
        CheckName(specification.Path);
        ResolvedPath path = PathResolver.Resolve(lab, computer, specification.Path);
        (StoredFile file, StoredDisk disk)? parent = ParentOf(lab, computer, specification);
        long size = SizeOf(specification, parent?.disk.SizeBytes);
        int block = BlockSizeOf(specification);
        var plan = new VhdPlan
        {
            Path = path,
            VhdType = specification.VhdType,
            SizeBytes = size,
            BlockSizeBytes = block,
            FileSizeBytes = 0,
            Identifier = lab.Draws.Identifier("vhd-identifier", lab.StoredDisks.NextNumber),
            Created = StorageSettings.Began + lab.Now,
            Parent = parent?.file,
            ParentPath = parent is null ? null : WindowsPath.Normalise(specification.ParentPath!),
        };
        plan = plan with { FileSizeBytes = LengthOf(lab, plan) };
        FileTable.DemandNew(lab, path, plan.FileSizeBytes);
        return plan;
    }

    /// <summary>Writes an empty disk.</summary>
    public static void Fill(IDiskFile target, VhdType type, DiskCreation creation, DiskParentLink? parent)
    {
        switch (type)
        {
            case VhdType.Fixed:
                VhdDisk.CreateFixed(new BorrowedFile(target), creation).Dispose();
                break;
            case VhdType.Dynamic:
                VhdDisk.CreateDynamic(new BorrowedFile(target), creation).Dispose();
                break;
            default:
                VhdDisk.CreateDifferencing(target, creation, parent!);
                break;
        }
    }

    /// <summary>Refuses a name that is no VHD's.</summary>
    /// <exception cref="Engine.Requests.LabException">It is none.</exception>
    public static void CheckName(string path)
    {
        if (path.EndsWith(".vhdx", StringComparison.OrdinalIgnoreCase))
        {
            throw StorageErrors.FormatNotSupported.For(path, path);
        }

        if (!path.EndsWith(".vhd", StringComparison.OrdinalIgnoreCase))
        {
            throw StorageErrors.ExtensionWrong.For(path, path);
        }
    }

    /// <summary>The size that a disk will have.</summary>
    /// <exception cref="Engine.Requests.LabException">It cannot have it.</exception>
    public static long SizeOf(VhdSpecification specification, long? parentSizeBytes)
    {
        long size = specification.SizeBytes ?? parentSizeBytes
            ?? throw StorageErrors.SizeMissing.For(specification.Path);
        if (size is < VhdLimits.MinimumSizeBytes or > VhdLimits.MaximumSizeBytes || size % VirtualDisk.SectorBytes != 0)
        {
            throw StorageErrors.SizeRefused.For(specification.Path, size.ToString(CultureInfo.InvariantCulture));
        }

        return parentSizeBytes is null || size >= parentSizeBytes
            ? size
            : throw StorageErrors.SmallerThanParent.For(specification.Path);
    }

    /// <summary>The size that its blocks will have; 0 for a fixed disk.</summary>
    /// <exception cref="Engine.Requests.LabException">They cannot have it.</exception>
    public static int BlockSizeOf(VhdSpecification specification)
    {
        if (specification.VhdType == VhdType.Fixed)
        {
            return specification.BlockSizeBytes is null
                ? 0
                : throw StorageErrors.FixedHasNoBlocks.For(specification.Path);
        }

        long block = specification.BlockSizeBytes ?? VhdLimits.DefaultBlockSizeBytes;
        string text = block.ToString(CultureInfo.InvariantCulture);
        return block is >= VhdLimits.MinimumBlockSizeBytes and <= VhdLimits.MaximumBlockSizeBytes && long.IsPow2(block)
            ? (int)block
            : throw StorageErrors.BlockSizeRefused.For(specification.Path, text);
    }

    private static (StoredFile File, StoredDisk Disk)? ParentOf(
        LabState lab, Key<PhysicalComputer> computer, VhdSpecification specification)
    {
        if (specification.VhdType != VhdType.Differencing)
        {
            return specification.ParentPath is null
                ? null
                : throw StorageErrors.ParentNotWanted.For(specification.Path);
        }

        string path = specification.ParentPath ?? throw StorageErrors.ParentMissing.For(specification.Path);
        StoredFile file = FileTable.Require(lab, computer, path);
        return VirtualDiskFiles.Find(lab, file.Key) is { } disk
            ? (file, disk)
            : throw StorageErrors.NotADisk.For(path, path);
    }

    private static long LengthOf(LabState lab, VhdPlan plan)
    {
        switch (plan.VhdType)
        {
            case VhdType.Fixed:
                return plan.SizeBytes + VhdFooter.LengthBytes;
            case VhdType.Dynamic:
                return s_dynamicLengths.GetOrAdd((plan.SizeBytes, plan.BlockSizeBytes), _ => Measure(lab, plan));
            default:
                return Measure(lab, plan);
        }
    }

    private static long Measure(LabState lab, VhdPlan plan)
    {
        var creation = new DiskCreation
        {
            SizeBytes = plan.SizeBytes,
            BlockSizeBytes = plan.BlockSizeBytes,
            Identifier = plan.Identifier,
            Created = plan.Created,
        };
        using var file = new MemoryDiskFile();
        Fill(file, plan.VhdType, creation, plan.Parent is { } parent ? VhdParents.LinkTo(lab, parent, plan) : null);
        return file.Length;
    }
}
