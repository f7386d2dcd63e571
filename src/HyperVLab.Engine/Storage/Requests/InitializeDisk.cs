using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Requests;

/// <summary>Writes a partition table on a disk that has none.</summary>
public sealed record InitializeDisk : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The disk number.</summary>
    public required int Number { get; init; }

    /// <summary>Which kind of table.</summary>
    public PartitionStyle PartitionStyle { get; init; } = PartitionStyle.GPT;

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        RemoteManagement.DemandDiskManagement(lab, caller, Computer);
        HostDisk disk = DiskInventory.Require(lab, Computer, Number);
        DiskRules.DemandWritable(lab, disk);
        if (PartitionStyle is not (PartitionStyle.MBR or PartitionStyle.GPT))
        {
            throw DiskErrors.StyleRefused.For($"{Number}");
        }

        if (lab.Luns[disk.Lun].PartitionStyle != PartitionStyle.RAW)
        {
            throw DiskErrors.AlreadyInitialised.For($"{Number}", $"{Number}", lab.NameOf(Computer));
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        HostDisk disk = DiskInventory.Require(lab, Computer, Number);
        LunContent.Forget(lab, lab.Luns[disk.Lun]);
        DiskLayout.Initialise(lab, lab.Luns[disk.Lun], PartitionStyle);
        job.Give(disk.Key);
    }
}
