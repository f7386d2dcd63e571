using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Requests;

/// <summary>Deletes a LUN that no computer sees, with everything on it.</summary>
public sealed record RemoveLun : LabRequest
{
    /// <summary>The LUN.</summary>
    [Target("Name")]
    public required Key<Lun> Lun { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        Lun lun = lab.Luns[Lun];
        if (!lab.StorageArrays[lun.Array].IsShared)
        {
            throw DiskErrors.ArrayIsLocal.For(lun.Name, lun.Name);
        }

        if (lun.IsClustered)
        {
            throw DiskErrors.LunIsClustered.For(lun.Name, lun.Name);
        }

        if (lab.LunMappings.FirstOrDefault(mapping => mapping.Lun == Lun) is { } mapping)
        {
            throw DiskErrors.LunIsMapped.For(lun.Name, lun.Name, lab.NameOf(mapping.Computer));
        }

        if (lab.LunKeeperOf(Lun) is { } keeper)
        {
            throw DiskErrors.LunHasUser.For(lun.Name, lun.Name, keeper);
        }

        foreach (Volume volume in VolumeMounts.VolumesOf(lab, Lun))
        {
            VolumeFinder.DemandNoVMs(lab, volume);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job) => LunRemoval.Remove(lab, lab.Luns[Lun]);
}
