using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Requests;

/// <summary>Brings a disk of a computer online or takes it offline, and refuses or allows writing to it.</summary>
public sealed record SetDisk : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The disk number.</summary>
    public required int Number { get; init; }

    /// <summary>Whether it is to be offline; null to leave it.</summary>
    public bool? IsOffline { get; init; }

    /// <summary>Whether writing to it is to be refused; null to leave it.</summary>
    public bool? IsReadOnly { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        RemoteManagement.DemandDiskManagement(lab, caller, Computer);
        HostDisk disk = DiskInventory.Require(lab, Computer, Number);
        if (IsOffline is null && IsReadOnly is null)
        {
            throw DiskErrors.NothingToSet.For($"{Number}");
        }

        DiskRules.DemandChangeable(lab, disk);
        if (IsOffline == false)
        {
            DiskRules.DemandCanComeOnline(lab, disk);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        HostDisk disk = DiskInventory.Require(lab, Computer, Number);
        disk.SetReadOnly(IsReadOnly ?? disk.IsReadOnly);
        disk.SetOffline(IsOffline ?? disk.IsOffline);
        if (!disk.IsOffline)
        {
            DriveLetters.AssignMissing(lab, Computer, disk.Lun);
        }

        VolumeRoutes.Changed(lab, disk.Lun);
        job.Give(disk.Key);
    }
}
