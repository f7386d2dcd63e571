using System.Security.Cryptography;
using HyperVLab.Disks;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Queries;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Storage;

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
