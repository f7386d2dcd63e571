using System.Collections.Concurrent;
using HyperVLab.Disks;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>Decides whether a virtual hard disk can be made in a lab, and how long its file is.</summary>
internal static class VhdPlanner
{
    /// <summary>What a disk's identifier is drawn for.</summary>
    public const string IdentifierPurpose = "vhd-identifier";

    // The length of an empty dynamic disk depends on its size and blocks alone.
    private static readonly ConcurrentDictionary<VhdShape, long> s_dynamicLengths = new();

    /// <summary>Checks a specification and completes it.</summary>
    /// <exception cref="Engine.Requests.LabException">It cannot be made.</exception>
    public static VhdPlan Plan(LabState lab, Key<PhysicalComputer> computer, VhdSpecification specification)
    {
        VhdFormatRules rules = VhdFormatRules.OnHost(specification.Path);
        DemandPlatform(lab, computer, specification.Path);
        DemandFormat(lab, computer, specification.Path);
        return Completed(lab, PlanOf(lab, computer, specification, rules, ParentOf(lab, computer, specification)));
    }

    /// <summary>
    /// Checks that a differencing disk of a checkpoint can be made: of its parent's format, whatever its extension.
    /// </summary>
    /// <exception cref="Engine.Requests.LabException">It cannot be made.</exception>
    public static VhdPlan PlanCheckpoint(
        LabState lab, Key<PhysicalComputer> computer, string path, string parentPath)
    {
        var specification = new VhdSpecification
        {
            Path = path,
            VhdType = VhdType.Differencing,
            ParentPath = parentPath,
        };
        (StoredFile, StoredDisk Disk)? parent = ParentOf(lab, computer, specification);
        VhdFormatRules rules = VhdFormatRules.Of(parent!.Value.Disk.VhdFormat);
        return Completed(lab, PlanOf(lab, computer, specification, rules, parent));
    }

    /// <summary>Refuses a format that the platform of a host does not take.</summary>
    /// <exception cref="Engine.Requests.LabException">It does not.</exception>
    private static void DemandPlatform(LabState lab, Key<PhysicalComputer> computer, string path)
    {
        Platform platform = Platforms.Of(lab.Computers[computer]);
        if (!platform.DiskExtensions.Any(extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase)))
        {
            throw PlatformErrors.DiskFormat.For(
                path, path, lab.NameOf(computer), platform.Name, string.Join(" and ", platform.DiskExtensions));
        }
    }

    /// <summary>Refuses a format that a host of that version does not have.</summary>
    /// <exception cref="Engine.Requests.LabException">VHDX came with Windows Server 2012.</exception>
    public static void DemandFormat(LabState lab, Key<PhysicalComputer> computer, string path)
    {
        if (VhdFormatRules.IsVhdx(path)
            && lab.Computers[computer].Edition is not { Version: >= WindowsVersion.W2012 })
        {
            throw StorageErrors.FormatNotSupported.For(path, path);
        }
    }

    /// <summary>Writes an empty disk.</summary>
    /// <param name="target">An empty file, which stays open.</param>
    /// <param name="creation">What the disk is to be.</param>
    /// <param name="parents">Who finds the parent of a differencing disk.</param>
    public static void Fill(IDiskFile target, DiskCreation creation, IParentResolver? parents) =>
        VirtualDisk.Create(new BorrowedDiskFile(target), creation, parents).Dispose();

    private static VhdPlan Completed(LabState lab, VhdPlan plan)
    {
        plan = plan with { FileSizeBytes = LengthOf(lab, plan) };
        FileTable.DemandNew(lab, plan.Path, plan.FileSizeBytes);
        return plan;
    }

    private static VhdPlan PlanOf(
        LabState lab,
        Key<PhysicalComputer> computer,
        VhdSpecification specification,
        VhdFormatRules rules,
        (StoredFile File, StoredDisk Disk)? parent)
    {
        ResolvedPath path = PathResolver.Resolve(lab, computer, specification.Path);
        VhdShape shape = VhdShape.Of(rules, specification, parent?.Disk.Shape);
        return new VhdPlan
        {
            Path = path,
            Shape = shape,
            FileSizeBytes = 0,
            Identifier = lab.Draws.Identifier(IdentifierPurpose, lab.StoredDisks.NextNumber),
            Created = StorageSettings.Began + lab.Now,
            Parent = parent?.File,
            ParentPath = parent is null ? null : WindowsPath.Normalise(specification.ParentPath!),
        };
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
        StoredDisk disk = VirtualDiskFiles.Find(lab, file.Key) ?? throw StorageErrors.NotADisk.For(path, path);
        if (lab.MergeOf(file) is { } merge)
        {
            throw VhdErrors.InUse.For(path, path, merge);
        }

        return disk.Mount is { IsReadOnly: false }
            ? throw MountErrors.ParentMounted.For(path, path, DiskMounts.UserOf(lab, file)!)
            : (file, disk);
    }

    private static long LengthOf(LabState lab, VhdPlan plan) => plan.Shape.Type == VhdType.Dynamic
        ? s_dynamicLengths.GetOrAdd(plan.Shape, _ => Measure(lab, plan))
        : Measure(lab, plan);

    private static long Measure(LabState lab, VhdPlan plan) => DiskReading.Of(plan.ParentPath ?? plan.Path.Full, () =>
    {
        using var file = new MemoryDiskFile();
        VirtualDiskFiles.Fill(lab, file, plan);
        return file.Length;
    });
}
