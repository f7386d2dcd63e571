using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Requests;

/// <summary>Takes the sight of a LUN from a computer that has it offline.</summary>
public sealed record RemoveLunMapping : LabRequest
{
    /// <summary>The LUN.</summary>
    public required Key<Lun> Lun { get; init; }

    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        Lun lun = lab.Luns[Lun];
        if (!StorageReach.IsMapped(lab, Computer, Lun))
        {
            throw DiskErrors.LunNotMapped.For(lun.Name, lun.Name, lab.NameOf(Computer));
        }

        if (lun.IsClustered)
        {
            throw DiskErrors.LunIsClustered.For(lun.Name, lun.Name);
        }

        if (lab.LunUserOf(Lun) is { } user)
        {
            throw DiskErrors.LunHasUser.For(lun.Name, lun.Name, user);
        }

        bool isOnline = DiskInventory.Of(lab, Computer, Lun).Any(disk => !disk.IsOffline);
        if (isOnline && lab.RequireComputer(Computer).IsRunning)
        {
            throw DiskErrors.LunOnline.For(lun.Name, lun.Name, lab.NameOf(Computer));
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        lab.LunMappings.Remove(
            lab.LunMappings.First(mapping => mapping.Lun == Lun && mapping.Computer == Computer).Key);
        VolumeRoutes.Changed(lab, Lun);
    }
}
