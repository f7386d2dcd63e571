using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Requests;

/// <summary>Plugs the cable of a path in again.</summary>
public sealed record ConnectStoragePath : LabRequest
{
    /// <summary>The path.</summary>
    [Target("Key")]
    public required Key<StoragePath> Path { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        if (lab.StoragePaths[Path].State == StoragePathState.Up)
        {
            throw DiskErrors.PathIsUp.For(Path.ToString());
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job) =>
        StoragePathSwitch.Turn(lab, lab.StoragePaths[Path], StoragePathState.Up);
}
