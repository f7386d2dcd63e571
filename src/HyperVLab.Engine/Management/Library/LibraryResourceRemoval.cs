using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>Removes a file from the library, and from its share.</summary>
public abstract record LibraryResourceRemoval : LabRequest
{
    /// <summary>Whether it goes though something depends on it, which then misses it.</summary>
    public bool Force { get; init; }

    private protected abstract Key<LibraryResource> Resource { get; }

    private protected abstract LibraryResourceKind Kind { get; }

    /// <inheritdoc/>
    internal sealed override void Validate(LabState lab, LabCaller caller)
    {
        LibraryResource resource = Libraries.Demand(lab, caller, Resource, Kind);
        Libraries.DemandFree(lab, caller, resource.Share);
        string path = LibraryFiles.PathOf(lab, resource);
        if (lab.StoredFiles.Find(resource.File) is { } file)
        {
            ContentFiles.DemandFree(lab, file, path);
            LibraryFiles.Require(lab, resource);
        }

        if (!Force && LibraryDependents.Of(lab, resource).FirstOrDefault() is { } dependent)
        {
            throw LibraryErrors.ResourceInUse.For(resource.Name, resource.Name, dependent);
        }
    }

    /// <inheritdoc/>
    internal sealed override void Act(LabState lab, LabJob job)
    {
        LibraryResource resource = lab.LibraryResources[Resource];
        if (lab.StoredFiles.Find(resource.File) is { } file)
        {
            FileTable.Delete(lab, file);
        }

        if (LibraryDependents.Of(lab, resource).Any())
        {
            resource.Miss();
        }
        else
        {
            lab.LibraryResources.Remove(Resource);
        }
    }
}
