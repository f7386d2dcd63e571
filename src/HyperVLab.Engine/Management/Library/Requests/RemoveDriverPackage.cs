using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Removes a driver package from the library, and its file from the share.</summary>
public sealed record RemoveDriverPackage : LibraryResourceRemoval
{
    /// <summary>What goes.</summary>
    public required Key<LibraryResource> DriverPackage { get; init; }

    private protected override Key<LibraryResource> Resource => DriverPackage;

    private protected override LibraryResourceKind Kind => LibraryResourceKind.DriverPackage;
}
