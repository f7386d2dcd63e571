using HyperVLab.Disks;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Requests;

/// <summary>Brings a file of this computer into a volume of a host.</summary>
public sealed record CopyFile : LabRequest
{
    private string? _source;
    private PackedFile? _packed;
    private VhdShape? _shape;
    private Guid _identifier;

    /// <summary>The computer.</summary>
    [Target("ToComputer")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The file as <see cref="Reading"/> packs it.</summary>
    [Target("Path")]
    [ShownAs("$path")]
    public required string Content { get; init; }

    /// <summary>Its full path on the host.</summary>
    public required string Destination { get; init; }

    /// <inheritdoc/>
    internal override bool IsWhole => _source is null;

    /// <summary>Makes the request for a file of this computer.</summary>
    /// <param name="path">The file's full path here.</param>
    /// <param name="computer">The computer to which it is copied.</param>
    /// <param name="destination">Its full path there.</param>
    /// <exception cref="LabException">There is no such file, or this computer refused.</exception>
    public static CopyFile Reading(string path, Key<PhysicalComputer> computer, string destination)
    {
        using IDiskFile file = File.Exists(path)
            ? DiskReading.Of(path, () => FileDiskFile.Open(path, readOnly: true))
            : throw FileErrors.NoSuchFile.For(path, path);
        return new CopyFile
        {
            Computer = computer,
            Content = DiskReading.Of(path, () => PackedFile.Of(file)).ToString(),
            Destination = destination,
            _source = path,
        };
    }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        RemoteManagement.DemandManagement(lab, caller, Computer);
        _packed = PackedFile.Parse(Content) ?? throw FileErrors.ContentWrong.For(Destination, Destination);
        ContentFiles.Demand(lab, Computer, Destination, _packed.LengthBytes);
    }

    /// <inheritdoc/>
    internal override void Write(LabState lab, LabCaller caller)
    {
        PackedFile packed = _packed!;
        if (!packed.HasBytes && packed.LengthBytes > 0 && _source is null)
        {
            throw FileErrors.ContentNotCarried.For(Destination, Destination);
        }

        ResolvedPath place = PathResolver.Resolve(lab, Computer, Destination);
        _shape = ContentFiles.Write(lab, place, target => Fill(target, packed));
        _identifier = _shape is null
            ? Guid.Empty
            : DiskStoreException.Guard(() => IdentifierOf(lab, ContentFiles.LocationOf(lab, place)));
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job) => job.Give(Add(lab).Key);

    /// <summary>Enters the file that was written into the tables.</summary>
    internal StoredFile Add(LabState lab)
    {
        ResolvedPath place = PathResolver.Resolve(lab, Computer, Destination);
        StoredFile file = ContentFiles.Add(lab, place, _packed!.LengthBytes, _shape, _identifier);

        // The journal keeps the request, and need not keep what was found out for it.
        (_packed, _source) = (null, null);
        return file;
    }

    private static Guid IdentifierOf(LabState lab, DiskLocation location)
    {
        using IDiskFile bytes = lab.Disks.Open(location, readOnly: true);
        return DiskInformation.Read(bytes).Identifier;
    }

    private void Fill(IDiskFile target, PackedFile packed)
    {
        if (packed.HasBytes)
        {
            packed.Unpack(target);
            return;
        }

        target.SetLength(packed.LengthBytes);
        if (_source is not { } path)
        {
            return;
        }

        using FileDiskFile file = FileDiskFile.Open(path, readOnly: true);
        if (file.Length != packed.LengthBytes)
        {
            throw FileErrors.ContentChanged.For(path, path);
        }

        file.CopyDataTo(target);
    }
}
