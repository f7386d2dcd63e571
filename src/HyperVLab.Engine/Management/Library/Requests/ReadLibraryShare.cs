using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Reads a library share: finds what was put there by hand, and misses what is gone.</summary>
public sealed record ReadLibraryShare : LabRequest
{
    /// <summary>The library share.</summary>
    public required Key<LibraryShare> LibraryShare { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller) =>
        Libraries.DemandFree(lab, caller, LibraryShare);

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        LibraryShare share = lab.LibraryShares[LibraryShare];
        job.Give(LibraryShare);
        VmmOperations.Begin(
            lab,
            VmmOperationKind.RefreshLibrary,
            Libraries.ServerOf(lab, share),
            job,
            [LibraryFiles.ComputerOf(lab, share)],
            LibraryShare.Number);
    }
}
