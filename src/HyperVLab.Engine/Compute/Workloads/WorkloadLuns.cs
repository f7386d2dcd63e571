using HyperVLab.Disks;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Compute;

/// <summary>Workloads on LUNs that machines have whole.</summary>
internal static class WorkloadLuns
{
    /// <summary>Refuses a LUN to which a workload cannot write now.</summary>
    /// <exception cref="LabException">It cannot.</exception>
    public static void Demand(LabState lab, VirtualMachine vm, VMHardDiskDrive drive, WorkloadKind kind)
    {
        string name = PassThroughDisks.NameOf(lab, vm, drive);
        if (kind == WorkloadKind.Fill)
        {
            throw WorkloadErrors.FillNeedsFile.For(vm.Name, vm.Name, name);
        }

        if (PassThroughDisks.StartRefusal(lab, vm, drive) is { } refusal)
        {
            throw refusal;
        }

        // What a host wrote there are its tables' partitions, and no bytes; what guests wrote can be read.
        Lun lun = lab.Luns[drive.Lun!.Value];
        bool hasRoom = lun.PartitionStyle == PartitionStyle.RAW && lun.SizeBytes >= WorkloadArea.LedgerEnd
            && (!lun.HasContent
                || DiskReading.Of(name, () => WorkloadMedium.Of(lun).Read(lab, WorkloadArea.EndOn)) is not null);
        if (!hasRoom)
        {
            throw WorkloadErrors.NoArea.For(vm.Name, vm.Name, name);
        }
    }

    /// <summary>Changes the bytes of a LUN durably, while a request writes.</summary>
    /// <returns>Their length.</returns>
    /// <exception cref="DiskStoreException">This computer refused.</exception>
    public static long Change(LabState lab, Lun lun, Action<VirtualDisk> change) => DiskReading.Strictly(() =>
    {
        if (!lun.HasContent)
        {
            LunContent.Create(lab, lun);
        }

        using VirtualDisk disk = LunContent.Open(lab, lun, readOnly: false);
        change(disk);
        disk.Flush();
        return disk.SizeBytes;
    });

    /// <summary>Lets a workload write to a LUN from now on, and none that did before.</summary>
    public static void Take(LabState lab, Workload workload, Lun lun)
    {
        foreach (Workload other in lab.Workloads)
        {
            if (other.Lun == lun.Key)
            {
                other.WriteTo(lun: null);
            }
        }

        lun.KeepContent(true);
        workload.WriteTo(lun.Key);
    }
}
