using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Removes a virtual hard disk from the library, and its file from the share.</summary>
public sealed record RemoveVirtualHardDisk : LibraryResourceRemoval
{
    /// <summary>What goes.</summary>
    public required Key<LibraryResource> VirtualHardDisk { get; init; }

    private protected override Key<LibraryResource> Resource => VirtualHardDisk;

    private protected override LibraryResourceKind Kind => LibraryResourceKind.VirtualHardDisk;
}
