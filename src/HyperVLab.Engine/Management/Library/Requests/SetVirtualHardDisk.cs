using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Changes what the library says of a virtual hard disk.</summary>
public sealed record SetVirtualHardDisk : LibraryResourceChange
{
    /// <summary>What is changed.</summary>
    public required Key<LibraryResource> VirtualHardDisk { get; init; }

    /// <summary>The operating system that is on it; null to leave it.</summary>
    public string? OperatingSystem { get; init; }

    private protected override Key<LibraryResource> Resource => VirtualHardDisk;

    private protected override LibraryResourceKind Kind => LibraryResourceKind.VirtualHardDisk;

    private protected override string? System => OperatingSystem;
}
