using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Removes a script or an answer file from the library, and its file from the share.</summary>
public sealed record RemoveScript : LibraryResourceRemoval
{
    /// <summary>What goes.</summary>
    public required Key<LibraryResource> Script { get; init; }

    private protected override Key<LibraryResource> Resource => Script;

    private protected override LibraryResourceKind Kind => LibraryResourceKind.Script;
}
