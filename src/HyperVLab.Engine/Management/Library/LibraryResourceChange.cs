using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>Changes what the library says of a file.</summary>
public abstract record LibraryResourceChange : LabRequest
{
    /// <summary>What the library calls it; null to leave it.</summary>
    public string? Name { get; init; }

    /// <summary>What it is for; null to leave it.</summary>
    public string? Description { get; init; }

    /// <summary>The family of files that stand for each other; null to leave it.</summary>
    public string? FamilyName { get; init; }

    /// <summary>The release within that family; null to leave it.</summary>
    public string? Release { get; init; }

    /// <summary>Whether it may be used; null to leave it.</summary>
    public bool? Enabled { get; init; }

    private protected abstract Key<LibraryResource> Resource { get; }

    private protected abstract LibraryResourceKind Kind { get; }

    private protected virtual string? System => null;

    /// <inheritdoc/>
    internal sealed override void Validate(LabState lab, LabCaller caller)
    {
        Libraries.Demand(lab, caller, Resource, Kind);
        Libraries.DemandText(Name, mayBeEmpty: false);
        Libraries.DemandText(Description);
        Libraries.DemandText(FamilyName);
        Libraries.DemandText(Release);
        Libraries.DemandText(System);
    }

    /// <inheritdoc/>
    internal sealed override void Act(LabState lab, LabJob job)
    {
        var text = new LibraryResourceText
        {
            Name = Name,
            Description = Description,
            FamilyName = FamilyName,
            Release = Release,
            OperatingSystem = System,
            Enabled = Enabled,
        };
        lab.LibraryResources[Resource].Describe(text, lab.Now);
        job.Give(Resource);
    }
}
