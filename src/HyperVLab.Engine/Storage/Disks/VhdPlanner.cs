using System.Collections.Concurrent;
using HyperVLab.Disks;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>Decides whether a virtual hard disk can be made in a lab, and how long its file is.</summary>
internal static class VhdPlanner
{
    // The length of an empty dynamic disk depends on its size and blocks alone.
    private static readonly ConcurrentDictionary<VhdShape, long> s_dynamicLengths = new();

    /// <summary>Checks a specification and completes it.</summary>
    /// <exception cref="Engine.Requests.LabException">It cannot be made.</exception>
    public static VhdPlan Plan(LabState lab, Key<PhysicalComputer> computer, VhdSpecification specification)
    {
        VhdPlan plan = PlanOf(lab, computer, specification);
        plan = plan with { FileSizeBytes = LengthOf(lab, plan) };
        FileTable.DemandNew(lab, plan.Path, plan.FileSizeBytes);
        return plan;
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

    private static VhdPlan PlanOf(LabState lab, Key<PhysicalComputer> computer, VhdSpecification specification)
    {
        VhdFormatRules rules = VhdFormatRules.Of(specification.Path);
        DemandFormat(lab, computer, specification.Path);
        ResolvedPath path = PathResolver.Resolve(lab, computer, specification.Path);
        (StoredFile file, StoredDisk disk)? parent = ParentOf(lab, computer, specification);
        VhdShape shape = VhdShape.Of(rules, specification, parent?.disk.Shape);
        return new VhdPlan
        {
            Path = path,
            Shape = shape,
            FileSizeBytes = 0,
            Identifier = lab.Draws.Identifier("vhd-identifier", lab.StoredDisks.NextNumber),
            Created = StorageSettings.Began + lab.Now,
            Parent = parent?.file,
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
