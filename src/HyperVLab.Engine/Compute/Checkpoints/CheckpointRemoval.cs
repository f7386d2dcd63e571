using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>Removes checkpoints: their files go at once, their disks once they have been merged.</summary>
internal static class CheckpointRemoval
{
    /// <summary>Removes checkpoints of a machine.</summary>
    public static void Remove(LabState lab, VirtualMachine vm, IReadOnlyList<VMSnapshot> snapshots)
    {
        var left = new List<Key<StoredFile>>();
        foreach (VMSnapshot snapshot in snapshots)
        {
            foreach (VMSnapshotDrive drive in snapshot.Drives)
            {
                if (drive.File is { } file && !left.Contains(file))
                {
                    left.Add(file);
                }
            }

            CutOut(lab, vm, snapshot);
        }

        foreach (Key<StoredFile> file in left)
        {
            DiskMerges.Leave(lab, vm, file);
        }

        DiskMerges.Sweep(lab);
        DiskMerges.Follow(lab, vm);
    }

    /// <summary>A checkpoint and those that came after it, in the order in which they were taken.</summary>
    public static IReadOnlyList<VMSnapshot> WithChildren(LabState lab, VMSnapshot root)
    {
        var found = new List<VMSnapshot> { root };
        foreach (Key<VMSnapshot> key in lab.VirtualMachines[root.VM].Snapshots)
        {
            // Whoever came from another was taken after it.
            VMSnapshot snapshot = lab.VMSnapshots[key];
            if (found.Any(one => one.Key == snapshot.Parent))
            {
                found.Add(snapshot);
            }
        }

        return found;
    }

    private static void CutOut(LabState lab, VirtualMachine vm, VMSnapshot snapshot)
    {
        foreach (Key<VMSnapshot> key in vm.Snapshots)
        {
            if (lab.VMSnapshots[key] is var other && other.Parent == snapshot.Key)
            {
                other.DeriveFrom(snapshot.Parent);
            }
        }

        if (vm.ParentSnapshot == snapshot.Key)
        {
            vm.ComeFrom(snapshot.Parent);
        }

        CheckpointFiles.Delete(lab, snapshot);
        vm.RemoveSnapshot(snapshot.Key);
        lab.VMSnapshots.Remove(snapshot.Key);
    }
}
