namespace HyperVLab.Disks.Vmdk;

/// <summary>
/// A VMDK with all its extents, open. It disposes the files that it opened itself, not the first one.
/// </summary>
internal sealed class VmdkStructure : IDisposable
{
    private readonly Dictionary<string, IDiskFile> _parts = new(StringComparer.Ordinal);
    private readonly List<VmdkExtent> _extents = [];
    private readonly List<string> _warnings = [];
    private readonly IDiskFile _file;

    private VmdkStructure(IDiskFile file, VmdkDescriptor descriptor)
    {
        (_file, Descriptor) = (file, descriptor);
        Identifier = descriptor.Identifier() ?? Raw.RawIdentifier.Of(file, file.Length);
    }

    /// <summary>What the disk says of itself.</summary>
    public VmdkDescriptor Descriptor { get; }

    /// <summary>The disk's identifier; made of its first bytes if it has none.</summary>
    public Guid Identifier { get; }

    /// <summary>Its parts, in their order on the disk.</summary>
    public IReadOnlyList<VmdkExtent> Extents => _extents;

    /// <summary>What is odd and does not keep the disk from being used.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>The length of all files of the disk, in bytes.</summary>
    public long FileSizeBytes => _file.Length + _parts.Values.Sum(part => part.Length);

    /// <summary>How many files of their own extents are.</summary>
    public int PartCount => _parts.Count;

    /// <summary>The size of a grain in bytes, the largest if there are several; 0 for a disk of flat parts.</summary>
    public int GrainBytes => _extents.Max(extent => extent.GrainBytes);

    /// <summary>How the disk keeps its bytes.</summary>
    public VhdType Type => GrainBytes == 0 ? VhdType.Fixed : VhdType.Dynamic;

    /// <summary>Opens a disk.</summary>
    /// <param name="file">A descriptor, or a sparse extent that holds one.</param>
    /// <param name="parents">Who opens the extents beside the descriptor.</param>
    /// <exception cref="DiskFormatException">It is broken, or of a kind that is not read.</exception>
    public static VmdkStructure Read(IDiskFile file, IParentResolver? parents)
    {
        var (descriptor, header) = ReadDescriptor(file);
        var structure = new VmdkStructure(file, descriptor);
        try
        {
            structure.Open(header, parents);
            return structure;
        }
        catch
        {
            structure.Dispose();
            throw;
        }
    }

    /// <summary>Reads the descriptor alone.</summary>
    /// <param name="file">A descriptor, or a sparse extent that holds one.</param>
    /// <returns>The descriptor, and the extent's header.</returns>
    /// <exception cref="DiskFormatException">It is broken, or of a kind that is not read.</exception>
    public static (VmdkDescriptor Descriptor, VmdkHeader? Header) ReadDescriptor(IDiskFile file)
    {
        Span<byte> start = stackalloc byte[4];
        file.Read(0, start);
        if (start.SequenceEqual("COWD"u8))
        {
            throw new DiskFormatException(
                "VMDK header", 0, "it is a sparse extent of ESX (COWD), which is not read: clone the disk there");
        }

        if (!start.SequenceEqual(VmdkHeader.Signature))
        {
            var most = Math.Min(file.Length, VmdkLimits.MaximumDescriptorBytes);
            return (VmdkDescriptor.Parse(Bytes(file, 0, most), 0), null);
        }

        var header = VmdkHeader.Read(file);
        if (header.Descriptor == 0)
        {
            throw new DiskFormatException(
                "VMDK header", 0, "it is one part of a disk in several files; name the file that lists them");
        }

        var place = header.Descriptor * VirtualDisk.SectorBytes;
        if (header.Descriptor > (ulong)file.Length / VirtualDisk.SectorBytes || header.DescriptorSectors
            is 0 or > VmdkLimits.MaximumDescriptorBytes / VirtualDisk.SectorBytes)
        {
            throw new DiskFormatException(
                "VMDK header",
                0,
                $"a descriptor of {header.DescriptorSectors} sectors at {header.Descriptor} cannot be");
        }

        var length = Math.Min(file.Length - (long)place, (long)header.DescriptorSectors * VirtualDisk.SectorBytes);
        return (VmdkDescriptor.Parse(Bytes(file, (long)place, length), (long)place), header);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var part in _parts.Values)
        {
            part.Dispose();
        }
    }

    private static byte[] Bytes(IDiskFile file, long place, long length)
    {
        var bytes = new byte[length];
        file.Read(place, bytes);
        return bytes;
    }

    private void Open(VmdkHeader? header, IParentResolver? parents)
    {
        if (header is not null)
        {
            // The one extent is this file, whatever it was called when it was made.
            var line = Descriptor.Extents.Count == 1 && Descriptor.Extents[0].Type == "SPARSE" ? Descriptor.Extents[0]
                : throw Descriptor.Broken("it stands in a sparse extent and names others");
            AddSparse(line, _file, header);
            return;
        }

        var number = 0;
        foreach (var line in Descriptor.Extents)
        {
            number++;
            switch (line.Type)
            {
                case "ZERO":
                    _extents.Add(new VmdkZeroExtent(End, line.SizeBytes));
                    break;
                case "FLAT" or "VMFS":
                    AddFlat(number, line, Part(number, line, parents));
                    break;
                case "SPARSE":
                    var part = Part(number, line, parents);
                    AddSparse(line, part, VmdkHeader.Read(part));
                    break;
                default:
                    throw Descriptor.Broken(
                        $"extent {number} is of type {VmdkDescriptor.Shown(line.Type)}, which is not read: clone the "
                        + "disk");
            }
        }
    }

    private long End => _extents.Count == 0 ? 0 : _extents[^1].End;

    private void AddFlat(int number, VmdkExtentLine line, IDiskFile part)
    {
        if (line.OffsetBytes > part.Length - line.SizeBytes)
        {
            throw Descriptor.Broken(
                $"extent {number} is to have {line.SizeBytes} bytes from {line.OffsetBytes} on, and its file has "
                + $"{part.Length}");
        }

        _extents.Add(new VmdkFlatExtent(End, line.SizeBytes, part, line.OffsetBytes));
    }

    private void AddSparse(VmdkExtentLine line, IDiskFile part, VmdkHeader header)
    {
        if (line.SizeBytes > header.CapacityBytes)
        {
            throw Descriptor.Broken(
                $"an extent is to have {line.SizeBytes} bytes, and its file says {header.CapacityBytes}");
        }

        _extents.Add(new VmdkSparseExtent(End, line.SizeBytes, part, header, _warnings));
    }

    // Whoever made a descriptor must not choose what else of this computer is read through it.
    private IDiskFile Part(int number, VmdkExtentLine line, IParentResolver? parents)
    {
        var name = line.Name;
        if (name.Length is 0 or > 255 || name is "." or ".." || name.AsSpan().IndexOfAny("/\\:") >= 0
            || name.Any(char.IsControl))
        {
            throw Descriptor.Broken(
                $"extent {number} is \"{VmdkDescriptor.Shown(name)}\", and only files beside the descriptor are "
                + "opened");
        }

        if (!_parts.TryGetValue(name, out var part))
        {
            part = parents?.OpenPart(name) ?? throw Descriptor.Broken(
                $"extent {number} is the file \"{VmdkDescriptor.Shown(name)}\", which is not beside it");
            _parts.Add(name, part);
        }

        return part;
    }
}
