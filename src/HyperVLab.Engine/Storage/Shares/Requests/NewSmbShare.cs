using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Requests;

/// <summary>Shares a folder of a computer.</summary>
public sealed record NewSmbShare : LabRequest
{
    /// <summary>The share's name.</summary>
    public required string Name { get; init; }

    /// <summary>The folder's full path on the computer; it need hold nothing yet.</summary>
    public required string Path { get; init; }

    /// <summary>What it is for; null for nothing.</summary>
    public string? Description { get; init; }

    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        RemoteManagement.DemandManagement(lab, caller, Computer);
        SmbShares.DemandName(lab, Computer, Name);
        ResolvedPath path = PathResolver.Resolve(lab, Computer, Path);
        if (FileTable.Find(lab, path) is not null)
        {
            throw StorageErrors.PathInvalid.For(Path, Path, "it is a file, and no folder.");
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job) => job.Give(lab.SmbShares.Add(key => new SmbShare(
        key, Computer, Name, WindowsPath.Normalise(Path), Description ?? string.Empty)).Key);
}
