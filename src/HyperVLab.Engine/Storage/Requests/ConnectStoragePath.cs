using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Requests;

/// <summary>Plugs the cable of a path in again.</summary>
public sealed record ConnectStoragePath : LabRequest
{
    /// <summary>The computer's end.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The array's end.</summary>
    [Target("StorageArray")]
    public required Key<StorageArray> Array { get; init; }

    /// <summary>Which of the array's controllers, from 0.</summary>
    public required int Number { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        if (!StoragePathSwitch.Require(lab, Computer, Array, Number).IsUnplugged)
        {
            throw DiskErrors.PathIsUp.For($"{Number}");
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        StoragePath path = StoragePathSwitch.Require(lab, Computer, Array, Number);
        StoragePathSwitch.Plug(lab, path, isPlugged: true);
        job.Give(path.Key);
    }
}
