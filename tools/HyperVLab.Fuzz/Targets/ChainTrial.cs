using HyperVLab.Disks;
using HyperVLab.Disks.Operations;

namespace HyperVLab.Fuzz.Targets;

/// <summary>Takes a changed file as a child and as a parent.</summary>
internal static class ChainTrial
{
    public static void Run(FuzzCase trial, MemoryDiskFile input, MemoryDiskFile parent, MemoryDiskFile child)
    {
        if (trial.Random.Next(2) == 0)
        {
            new DiskTrial(trial, input, new Parents(parent)).Run();
            trial.Step("merge child", () => Merge(input, parent), typeof(NotSupportedException));
        }
        else
        {
            new DiskTrial(trial, child, new Parents(input)).Run();
            trial.Step("merge into parent", () => Merge(child, input), typeof(NotSupportedException));
        }
    }

    private static void Merge(MemoryDiskFile child, MemoryDiskFile parent)
    {
        var below = parent.Clone();
        using var top = VirtualDisk.Open(child.Clone(), new Parents(parent), readOnly: true);
        if (top.Parent is not null && top.SizeBytes <= 16 * GoodDisks.Megabyte)
        {
            using var destination = VirtualDisk.Open(below, new Parents(null));
            DiskMerge.Run(top, 1, destination, DiskWork.Unwatched);
        }
    }
}
