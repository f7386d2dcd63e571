using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Changes what the library says of a script or an answer file.</summary>
public sealed record SetScript : LibraryResourceChange
{
    /// <summary>What is changed.</summary>
    public required Key<LibraryResource> Script { get; init; }

    private protected override Key<LibraryResource> Resource => Script;

    private protected override LibraryResourceKind Kind => LibraryResourceKind.Script;
}
