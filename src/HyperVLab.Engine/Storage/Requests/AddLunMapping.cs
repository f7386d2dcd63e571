using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Requests;

/// <summary>Lets a computer see a LUN. Its Windows finds it with the next rescan or boot.</summary>
public sealed record AddLunMapping : LabRequest
{
    /// <summary>The LUN.</summary>
    public required Key<Lun> Lun { get; init; }

    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The number under which the computer sees it; null for the first free one.</summary>
    public int? LunNumber { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        Lun lun = lab.Luns[Lun];
        StorageArray array = lab.StorageArrays[lun.Array];
        PhysicalComputer computer = lab.RequireComputer(Computer);
        if (!array.IsShared)
        {
            throw DiskErrors.ArrayIsLocal.For(lun.Name, array.Name);
        }

        if (ArrayFactory.PathCount(array, computer) == 0)
        {
            throw DiskErrors.NoPathToArray.For(computer.Name, computer.Name, array.Name);
        }

        if (StorageReach.IsMapped(lab, Computer, Lun))
        {
            throw DiskErrors.LunAlreadyMapped.For(lun.Name, lun.Name, computer.Name);
        }

        int? number = LunNumber ?? ArrayFactory.FirstFreeNumber(lab, array.Key, Computer);
        if (number is not (>= 0 and <= StorageSettings.MaximumLunNumber)
            || ArrayFactory.IsNumberTaken(lab, array.Key, Computer, number.Value))
        {
            throw DiskErrors.LunNumberRefused.For(lun.Name, $"{number}", computer.Name);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job) =>
        job.Give(ArrayFactory.Map(lab, lab.Luns[Lun], Computer, LunNumber).Key);
}
