using HyperVLab.Disks;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Objects;

/// <summary>One disk of a chain when it was read, as Get-LabVHDChain writes it.</summary>
public sealed class VirtualHardDiskLink
{
    private readonly VirtualHardDiskLinkView _view;

    internal VirtualHardDiskLink(VirtualHardDiskLinkView view) => _view = view;

    /// <summary>The host by whose path the chain was read, or this computer.</summary>
    public string ComputerName => _view.ComputerName;

    /// <summary>How many steps it is from the disk that was asked: 0 that disk, 1 its parent, and so on.</summary>
    public int Depth => _view.Link.Depth;

    /// <summary>How it stands with the disk.</summary>
    public DiskChainState State => _view.Link.State;

    /// <summary>Where it was found; empty where it was not.</summary>
    public string Path => _view.Link.Path ?? string.Empty;

    /// <summary>The file on this computer; empty where the lab keeps its disks in memory.</summary>
    public string LocalPath => _view.LocalPath ?? string.Empty;

    /// <summary>Where its child says that it is, in full; empty for the first disk.</summary>
    public string StoredPath => _view.Link.Reference?.BestPath ?? string.Empty;

    /// <summary>Where its child says that it is, from the child's folder; empty for the first disk.</summary>
    public string StoredRelativePath => _view.Link.Reference?.RelativePath ?? string.Empty;

    /// <summary>The places where it is looked for, in order.</summary>
    public string[] SearchedPath => [.. _view.Link.Places];

    /// <summary>Its format; empty where it could not be read.</summary>
    public VhdFormat? VhdFormat => Information?.Format;

    /// <summary>How it keeps its bytes; empty where it could not be read.</summary>
    public VhdType? VhdType => Information?.Type;

    /// <summary>The length of the file in bytes; empty where it could not be read.</summary>
    public long? FileSize => Information?.FileSizeBytes;

    /// <summary>The size that a guest sees, in bytes; empty where it could not be read.</summary>
    public long? Size => Information?.SizeBytes;

    /// <summary>The size of a block in bytes; 0 for a fixed disk.</summary>
    public long? BlockSize => Information?.BlockSizeBytes;

    /// <summary>Its identifier, as Get-LabVHD writes it; empty where it could not be read.</summary>
    public string DiskIdentifier => Text(Information?.Identifier);

    /// <summary>The identifier by which children know it; a VHDX has one that changes with its data.</summary>
    public string LinkIdentifier => Text(Information?.LinkIdentifier);

    /// <summary>The identifier that its child asks for; empty for the first disk.</summary>
    public string ExpectedIdentifier => Text(_view.Link.Reference?.Identifier);

    /// <summary>Whether the two are the same; empty for the first disk and where it could not be read.</summary>
    public bool? IdentifierMatches => _view.Link.IdentifierMatches;

    /// <summary>Oddities that do not keep the disk from being used.</summary>
    public string[] Warnings => [.. Information?.Warnings ?? []];

    /// <summary>What is wrong with it; empty where nothing is.</summary>
    public string Problem => _view.Link.Problem ?? string.Empty;

    /// <summary>Its path.</summary>
    public override string ToString() => Path.Length > 0 ? Path : StoredPath;

    private DiskInformation? Information => _view.Link.Information;

    private static string Text(Guid? identifier) =>
        identifier?.ToString("D").ToUpperInvariant() ?? string.Empty;
}
