using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Requests;

/// <summary>Carves a LUN out of an array.</summary>
public sealed record NewLun : LabRequest
{
    /// <summary>Its name, unique in the lab.</summary>
    public required string Name { get; init; }

    /// <summary>The array.</summary>
    [Target("StorageArray")]
    public required Key<StorageArray> Array { get; init; }

    /// <summary>Its size in bytes.</summary>
    public required long SizeBytes { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        StorageNames.Demand(Name);
        if (lab.Luns.Any(lun => StorageNames.AreSame(lun.Name, Name)))
        {
            throw DiskErrors.LunNameTaken.For(Name, Name);
        }

        StorageArray array = lab.StorageArrays[Array];
        if (!array.IsShared)
        {
            throw DiskErrors.ArrayIsLocal.For(array.Name, array.Name);
        }

        if (SizeBytes < StorageSettings.MinimumLunBytes || SizeBytes % StorageSettings.PartitionAlignmentBytes != 0)
        {
            throw DiskErrors.LunSizeRefused.For(Name, $"{SizeBytes}");
        }

        if (SizeBytes > ArrayFactory.FreeBytes(lab, array))
        {
            throw DiskErrors.ArrayFull.For(Name, array.Name, $"{ArrayFactory.FreeBytes(lab, array)}", $"{SizeBytes}");
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job) =>
        job.Give(ArrayFactory.AddLun(lab, lab.StorageArrays[Array], Name, SizeBytes).Key);
}
