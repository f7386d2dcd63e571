using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Says what a library share is for.</summary>
public sealed record SetLibraryShare : LabRequest
{
    /// <summary>The library share.</summary>
    public required Key<LibraryShare> LibraryShare { get; init; }

    /// <summary>What it is for; null to leave it.</summary>
    public string? Description { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VmmAccess.Demand(lab, caller, Libraries.ServerOf(lab, lab.LibraryShares[LibraryShare]));
        Libraries.DemandText(Description);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        LibraryShare share = lab.LibraryShares[LibraryShare];
        share.Describe(Description ?? share.Description);
        job.Give(LibraryShare);
    }
}
