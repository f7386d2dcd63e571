using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Says by which words a driver package is found.</summary>
public sealed record SetDriverPackage : LabRequest
{
    /// <summary>The driver package.</summary>
    public required Key<LibraryResource> DriverPackage { get; init; }

    /// <summary>The words.</summary>
    public required IReadOnlyList<string> Tag { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        Libraries.Demand(lab, caller, DriverPackage, LibraryResourceKind.DriverPackage);
        foreach (string word in Tag)
        {
            Libraries.DemandText(word, mayBeEmpty: false);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        lab.LibraryResources[DriverPackage].Describe(new LibraryResourceText { Tags = Tag }, lab.Now);
        job.Give(DriverPackage);
    }
}
