using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Removes an ISO image from the library, and its file from the share.</summary>
public sealed record RemoveISO : LibraryResourceRemoval
{
    /// <summary>What goes.</summary>
    public required Key<LibraryResource> ISO { get; init; }

    private protected override Key<LibraryResource> Resource => ISO;

    private protected override LibraryResourceKind Kind => LibraryResourceKind.ISO;
}
