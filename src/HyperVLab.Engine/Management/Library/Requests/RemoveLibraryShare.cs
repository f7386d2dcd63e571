using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Takes a share out of the library; its files stay.</summary>
public sealed record RemoveLibraryShare : LabRequest
{
    /// <summary>The library share.</summary>
    public required Key<LibraryShare> LibraryShare { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        LibraryShare share = Libraries.DemandFree(lab, caller, LibraryShare);
        StoredMachines.DemandNone(lab, share);
        if (LibraryDependents.FirstIn(lab, share) is { } held)
        {
            throw LibraryErrors.ShareInUse.For(
                share.Name, LibraryFiles.PathOf(lab, share), held.Resource.Name, held.Dependent);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job) =>
        Libraries.Remove(lab, lab.LibraryShares[LibraryShare]);
}
