using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Requests;

/// <summary>Deletes a file of a volume that nobody uses.</summary>
public sealed record RemoveFile : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>Its full path on the host.</summary>
    public required string Path { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        RemoteManagement.DemandManagement(lab, caller, Computer);
        ContentFiles.DemandFree(lab, FileTable.Require(lab, Computer, Path), Path);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job) =>
        FileTable.Delete(lab, FileTable.Require(lab, Computer, Path));
}
