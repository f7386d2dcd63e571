using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Requests;

/// <summary>Shares a folder no more; what is in it stays.</summary>
public sealed record RemoveSmbShare : LabRequest
{
    /// <summary>The share.</summary>
    [Target("Name")]
    public required Key<SmbShare> Share { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller) =>
        RemoteManagement.DemandManagement(lab, caller, lab.SmbShares[Share].Computer);

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job) => lab.SmbShares.Remove(Share);
}
