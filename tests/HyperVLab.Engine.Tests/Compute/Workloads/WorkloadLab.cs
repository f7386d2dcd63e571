using System.Security.Cryptography;
using HyperVLab.Disks;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Queries;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Tests.Compute.Checkpoints;

namespace HyperVLab.Engine.Tests.Compute.Workloads;

/// <summary>Labs with guests that work.</summary>
internal static class WorkloadLab
{
    /// <summary>Gives a machine a ledger.</summary>
    public static void Work(
        this TestLab lab, VirtualMachineView vm, int rate = 100, int? flushEvery = null, int roundSize = 8) =>
        lab.Do(new StartWorkload
        {
            VM = vm.Machine(),
            Kind = WorkloadKind.Ledger,
            Rate = rate,
            FlushEvery = flushEvery,
            RoundSize = roundSize,
        });

    /// <summary>A machine whose guest runs and keeps a ledger.</summary>
    public static VirtualMachineView NewLedger(
        this TestLab lab, string name = "db01", int rate = 100, int? flushEvery = null)
    {
        VirtualMachineView vm = lab.NewGuest(name, "192.168.10.101");
        lab.Boot(vm);
        lab.Work(vm, rate, flushEvery);
        return vm;
    }

    /// <summary>Lets a machine fill its disk.</summary>
    public static void Fill(
        this TestLab lab, VirtualMachineView vm, int? rate = null, int? flushEvery = null, long? sizeBytes = null) =>
        lab.Do(new StartWorkload
        {
            VM = vm.Machine(),
            Kind = WorkloadKind.Fill,
            Rate = rate,
            FlushEvery = flushEvery,
            SizeBytes = sizeBytes,
        });

    /// <summary>What a machine's workload is doing.</summary>
    public static WorkloadView WorkOf(this TestLab lab, VirtualMachineView vm) =>
        Assert.Single(lab.Lab.Views<WorkloadView>(), work => work.VMKey == vm.Key);

    /// <summary>Reads its disk back.</summary>
    public static WorkloadProof Prove(this TestLab lab, VirtualMachineView vm) =>
        lab.Lab.Ask(new WorkloadProofQuery(vm.Machine()));

    /// <summary>Demands that the disk has all that the guest was told.</summary>
    public static WorkloadProof DemandProof(this TestLab lab, VirtualMachineView vm)
    {
        WorkloadProof proof = lab.Prove(vm);
        Assert.True(proof.IsConsistent, proof.ToString());
        Assert.Equal(0, proof.Lost);
        Assert.True(proof.Durable >= proof.Acknowledged, proof.ToString());
        return proof;
    }

    /// <summary>Demands that too, and that the lab knows how long every disk's file is.</summary>
    public static WorkloadProof DemandSound(this TestLab lab, VirtualMachineView vm)
    {
        WorkloadProof proof = lab.DemandProof(vm);
        lab.Read(state =>
        {
            foreach (StoredFile file in state.StoredFiles.Where(one => one.Kind == StoredFileKind.VirtualHardDisk))
            {
                using VirtualDisk disk = VirtualDiskFiles.Open(state, file, readOnly: true);
                Assert.Equal(disk.FileSizeBytes, file.SizeBytes);
            }

            return true;
        });
        return proof;
    }

    /// <summary>
    /// Takes three checkpoints of a machine that works some seconds between two steps, removes the middle one, then the
    /// others, turns it off and boots it again, and demands a sound disk after each step.
    /// </summary>
    public static void DemandSoundThroughCheckpoints(this TestLab lab, VirtualMachineView vm, double seconds)
    {
        for (int time = 0; time < 3; time++)
        {
            lab.Advance(seconds);
            lab.Checkpoint(vm, $"at {time}");
            lab.DemandSound(vm);
            lab.Advance(seconds);
            lab.DemandSound(vm);
        }

        Assert.Equal(4, lab.Disks().Length);
        lab.Remove(lab.View<VMSnapshotView>("at 1"));
        lab.Advance(30 * seconds);
        lab.DemandSound(vm);
        lab.Remove(lab.View<VMSnapshotView>("at 0"));
        lab.Remove(lab.View<VMSnapshotView>("at 2"));
        lab.Advance(30 * seconds);
        lab.DemandSound(vm);
        lab.Do(new StopVM { VM = vm.Machine() });
        lab.Advance(200);
        Assert.Single(lab.Disks());
        lab.DemandSound(vm);
        lab.Boot(vm);
        lab.Advance(10);
        lab.DemandSound(vm);
        Assert.Equal(0, lab.WorkOf(vm).Lost);
    }

    /// <summary>What every disk's file holds, as hashes.</summary>
    public static List<string> Contents(this TestLab lab) => lab.Read(state =>
    {
        var contents = new List<string>();
        foreach (StoredFile file in state.StoredFiles.Where(one => one.Kind == StoredFileKind.VirtualHardDisk))
        {
            using IDiskFile bytes = state.Disks.Open(DiskLocation.Of(file), readOnly: true);
            var content = new byte[bytes.Length];
            bytes.Read(0, content);
            contents.Add(Convert.ToHexStringLower(SHA256.HashData(content)));
        }

        return contents;
    });
}
