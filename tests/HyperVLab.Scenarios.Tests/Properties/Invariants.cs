using HyperVLab.Engine;
using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Files;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Scenarios.Tests.Properties;

/// <summary>What holds in every lab between any two events.</summary>
internal sealed class Invariants
{
    // What a file system takes for itself stays the same from one formatting to the next.
    private Dictionary<(Key<Volume>, VolumeFileSystem, int, long), long> _own = [];

    /// <summary>Fails where one of them does not hold.</summary>
    public void Check(LabState lab)
    {
        LabIntegrity.Check(lab);
        CheckSequences(lab);
        CheckJobs(lab);
        CheckMachines(lab);
        CheckMemory(lab);
        CheckVolumes(lab);
        CheckMounts(lab);
        CheckClusters(lab);
    }

    // An event that something says it waits for must be in the queue, or it would wait for ever.
    private static void CheckSequences(LabState lab)
    {
        foreach ((string name, ITable table) in lab.Tables)
        {
            foreach (object row in table.Rows)
            {
                CheckSequences(lab, row, name);
            }
        }
    }

    private static void CheckSequences(LabState lab, object record, string where)
    {
        foreach (StateProperty property in StateContract.Of(record.GetType()).Properties)
        {
            if (property.Type.Kind == StateKind.Record && property.Get(record) is { } inner)
            {
                CheckSequences(lab, inner, $"{where}.{property.Name}");
            }
            else if (property.Type.Kind == StateKind.Int64
                && (property.Name.EndsWith("Sequence", StringComparison.Ordinal) || property.Name == "BootEvent")
                && property.Get(record) is long sequence)
            {
                Assert.True(lab.Scheduler.Queue.IsWaiting(sequence), $"{where}.{property.Name}: nothing waits.");
            }
        }
    }

    private static void CheckJobs(LabState lab)
    {
        foreach (LabJob job in lab.Jobs)
        {
            Assert.True(job.HasEnded || lab.Scheduler.Queue.Count > 0, $"{job.Name}: nothing can end it.");
            Assert.InRange(job.PercentComplete, 0, 100);
        }
    }

    private static void CheckMachines(LabState lab)
    {
        foreach (VirtualMachine vm in lab.VirtualMachines)
        {
            ComputerState host = lab.Computers[vm.Computer].State;
            Assert.True(
                !vm.HoldsResources || host is ComputerState.Running or ComputerState.Stopping,
                $"{vm.Name} is {vm.State} on a computer that is {host}.");
            Assert.True(vm.Operation is null || vm.Migration is null, $"{vm.Name} does two things at once.");
            foreach (Key<VMNetworkAdapter> key in vm.NetworkAdapters)
            {
                CheckPlace(lab, vm, lab.Stations.Find(lab.VMNetworkAdapters[key].Station));
            }
        }
    }

    private static void CheckPlace(LabState lab, VirtualMachine vm, Station? station)
    {
        if (station is { IsUp: true })
        {
            Assert.True(vm.HoldsResources, $"{vm.Name} is {vm.State} and has a live port.");
            Assert.Equal(vm.Computer, lab.VirtualSwitches.Find(station.VirtualSwitch)?.Computer ?? vm.Computer);
        }
    }

    private static void CheckMemory(LabState lab)
    {
        foreach (PhysicalComputer computer in lab.Computers)
        {
            long taken = lab.VirtualMachines
                .Where(vm => (vm.HoldsResources && vm.Computer == computer.Key) || IsComing(lab, vm, computer))
                .Sum(vm => vm.MemoryStartupBytes);
            Assert.Equal(taken, computer.MemoryCommittedBytes);
            Assert.True(
                taken == 0 || taken <= computer.UsableMemoryBytes - HostSettings.ParentPartitionReserveBytes,
                $"{computer.Name} has given {taken} bytes and has only {computer.UsableMemoryBytes}.");
        }
    }

    // Nobody else writes to a mounted disk, or below one.
    private static void CheckMounts(LabState lab)
    {
        foreach (StoredDisk mounted in lab.MountedDisks.All)
        {
            StoredFile file = lab.StoredFiles[mounted.File];
            Assert.True(
                mounted.Mount!.IsReadOnly || !DiskUse.ChildrenOf(lab, file.Key).Any(), $"{file.Path} has children.");
            for (StoredFile? one = file; one is not null; one = ParentOf(lab, one))
            {
                VirtualMachine? user = VMDrives.UserOf(lab, one, but: null);
                Assert.True(user is null, $"{user?.Name} uses {one.Path} below the mounted {file.Path}.");
                Assert.True(
                    one == file || VirtualDiskFiles.Find(lab, one.Key)?.Mount is null or { IsReadOnly: true },
                    $"{one.Path} is written below {file.Path}.");
            }
        }
    }

    private static StoredFile? ParentOf(LabState lab, StoredFile file) =>
        lab.StoredFiles.Find(VirtualDiskFiles.Find(lab, file.Key)?.Parent);

    private static bool IsComing(LabState lab, VirtualMachine vm, PhysicalComputer computer) =>
        lab.Migrations.Find(vm.Migration) is { Kind: MigrationKind.Live, Phase: not MigrationPhase.Resuming } migration
        && migration.Target == computer.Key;

    private void CheckVolumes(LabState lab)
    {
        Dictionary<(Key<Volume>, VolumeFileSystem, int, long), long> owns = [];
        foreach (Volume volume in lab.Volumes)
        {
            Assert.InRange(volume.UsedBytes, 0, volume.SizeBytes);
            long files = lab.StoredFiles.Where(file => file.Volume == volume.Key)
                .Sum(file => volume.Rounded(file.SizeBytes));
            var formatting = (volume.Key, volume.FileSystem, volume.AllocationUnitSizeBytes, volume.SizeBytes);
            owns[formatting] = volume.UsedBytes - files;
            Assert.Equal(_own.GetValueOrDefault(formatting, volume.UsedBytes - files), volume.UsedBytes - files);
        }

        _own = owns;
    }

    private static void CheckClusters(LabState lab)
    {
        foreach (ClusterSharedVolume volume in lab.ClusterSharedVolumes)
        {
            Assert.True(
                volume.State != ClusterResourceState.Online
                    || lab.Clusters[volume.Cluster].Regroup is not null
                    || lab.ClusterNodes.Find(volume.OwnerNode) is { IsMember: true },
                $"{volume.Name} is online, and its owner is not up.");
        }

        foreach (ClusterGroup group in lab.ClusterGroups)
        {
            if (lab.VirtualMachines.Find(group.VM) is { } vm)
            {
                Assert.True(vm.IsClustered, $"{vm.Name} has a group and is not clustered.");
            }
        }
    }
}
