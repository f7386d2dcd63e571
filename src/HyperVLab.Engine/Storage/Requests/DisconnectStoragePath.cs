using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Requests;

/// <summary>Pulls the cable of one path between a computer and an array.</summary>
public sealed record DisconnectStoragePath : LabRequest
{
    /// <summary>The path.</summary>
    [Target("Key")]
    public required Key<StoragePath> Path { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        if (lab.StoragePaths[Path].State == StoragePathState.Down)
        {
            throw DiskErrors.PathIsDown.For(Path.ToString());
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job) =>
        StoragePathSwitch.Turn(lab, lab.StoragePaths[Path], StoragePathState.Down);
}
