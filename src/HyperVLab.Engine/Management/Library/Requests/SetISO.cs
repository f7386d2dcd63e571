using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Changes what the library says of an ISO image.</summary>
public sealed record SetISO : LibraryResourceChange
{
    /// <summary>What is changed.</summary>
    public required Key<LibraryResource> ISO { get; init; }

    private protected override Key<LibraryResource> Resource => ISO;

    private protected override LibraryResourceKind Kind => LibraryResourceKind.ISO;
}
