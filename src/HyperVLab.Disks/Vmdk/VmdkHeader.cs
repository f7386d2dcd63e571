using System.Buffers.Binary;
using System.Numerics;

namespace HyperVLab.Disks.Vmdk;

/// <summary>
/// The first sector of a sparse extent, "SparseExtentHeader" of VMware's Virtual Disk Format 5.0. Where things stand is
/// counted in sectors of 512 bytes.
/// </summary>
internal sealed record VmdkHeader
{
    /// <summary>The length in bytes.</summary>
    public const int LengthBytes = 512;

    private const string Structure = "VMDK header";
    private const int RedundantFlag = 2;
    private const int ZeroedGrainFlag = 4;
    private const int CompressedFlag = 1 << 16;
    private const int MarkersFlag = 1 << 17;

    // Stands for the place of the grain directory in a file that was written in one go: a footer knows it.
    private const ulong AtEnd = ulong.MaxValue;

    /// <summary>How the file starts.</summary>
    public static ReadOnlySpan<byte> Signature => "KDMV"u8;

    /// <summary>The size of the extent.</summary>
    public required long CapacitySectors { get; init; }

    /// <summary>The size of a grain, the unit in which the extent grows.</summary>
    public required int GrainSectors { get; init; }

    /// <summary>Where the descriptor stands; 0 if it is a file of its own.</summary>
    public required ulong Descriptor { get; init; }

    /// <summary>How long the descriptor is.</summary>
    public required ulong DescriptorSectors { get; init; }

    /// <summary>Where the grain directory stands.</summary>
    public required ulong Directory { get; init; }

    /// <summary>Where its copy stands; 0 if there is none.</summary>
    public required ulong RedundantDirectory { get; init; }

    /// <summary>Whether the entry 1 of a grain table stands for zeros.</summary>
    public required bool HasZeroedGrains { get; init; }

    /// <summary>Whether each grain is compressed, with a marker before it.</summary>
    public required bool IsCompressed { get; init; }

    /// <summary>Whether a program that wrote the extent did not close it.</summary>
    public required bool IsUnclean { get; init; }

    /// <summary>The size of the extent in bytes.</summary>
    public long CapacityBytes => CapacitySectors * VirtualDisk.SectorBytes;

    /// <summary>The size of a grain in bytes.</summary>
    public int GrainBytes => GrainSectors * VirtualDisk.SectorBytes;

    /// <summary>Reads the header of a file, and its footer if that is where the directory is told of.</summary>
    /// <exception cref="DiskFormatException">It is broken, or of a kind that is not read.</exception>
    public static VmdkHeader Read(IDiskFile file)
    {
        var header = ReadAt(file, 0);
        if (header.Directory != AtEnd)
        {
            return header;
        }

        // The last sectors are the footer and the marker of the stream's end.
        var place = (file.Length / VirtualDisk.SectorBytes * VirtualDisk.SectorBytes) - (2 * LengthBytes);
        if (place < LengthBytes)
        {
            throw new DiskFormatException(
                Structure, 0, "the file ends before its footer, which is to say where all is");
        }

        var footer = ReadAt(file, place);
        return footer.Directory == AtEnd || (footer.CapacitySectors, footer.GrainSectors, footer.IsCompressed)
            != (header.CapacitySectors, header.GrainSectors, header.IsCompressed)
            ? throw new DiskFormatException("VMDK footer", place, "it does not fit the header")
            : footer with { Descriptor = header.Descriptor, DescriptorSectors = header.DescriptorSectors };
    }

    private static VmdkHeader ReadAt(IDiskFile file, long place)
    {
        var name = place == 0 ? Structure : "VMDK footer";
        var bytes = new byte[LengthBytes];
        if (file.Length < place + LengthBytes)
        {
            throw new DiskFormatException(name, place, "the file ends in it");
        }

        file.Read(place, bytes);
        return Parse(bytes) is var (header, problem) && problem is null
            ? header : throw new DiskFormatException(name, place, problem!);
    }

    private static (VmdkHeader Header, string? Problem) Parse(ReadOnlySpan<byte> bytes)
    {
        var version = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        var flags = BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]);
        var capacity = BinaryPrimitives.ReadUInt64LittleEndian(bytes[12..]);
        var grain = BinaryPrimitives.ReadUInt64LittleEndian(bytes[20..]);
        var entries = BinaryPrimitives.ReadUInt32LittleEndian(bytes[44..]);
        var compression = BinaryPrimitives.ReadUInt16LittleEndian(bytes[77..]);
        var isCompressed = (flags & CompressedFlag) != 0;
        var isRedundant = (flags & RedundantFlag) != 0;
        var problem = !bytes.StartsWith(Signature) ? "it does not start with \"KDMV\""
            : version is < 1 or > 3 ? $"version {version} is not read"
            : (flags & 1) != 0 && !bytes[73..77].SequenceEqual("\n \r\n"u8)
                ? "its line ends were changed, as a transfer as text does: the file is damaged all over"
            : capacity is 0 or > VmdkLimits.MaximumSizeBytes / VirtualDisk.SectorBytes
                ? $"an extent of {capacity} sectors is not read"
            : grain is < VmdkLimits.MinimumGrainSectors or > VmdkLimits.MaximumGrainSectors
                || !BitOperations.IsPow2(grain)
                ? $"a grain of {grain} sectors is not read"
            : entries != VmdkLimits.TableEntries ? $"a grain table of {entries} entries is not read"
            : isCompressed && (compression != 1 || (flags & MarkersFlag) == 0)
                ? $"compression {compression} with flags 0x{flags:X} is not read"
            : null;
        return (new VmdkHeader
        {
            CapacitySectors = unchecked((long)capacity),
            GrainSectors = unchecked((int)grain),
            Descriptor = BinaryPrimitives.ReadUInt64LittleEndian(bytes[28..]),
            DescriptorSectors = BinaryPrimitives.ReadUInt64LittleEndian(bytes[36..]),
            RedundantDirectory = isRedundant ? BinaryPrimitives.ReadUInt64LittleEndian(bytes[48..]) : 0,
            Directory = BinaryPrimitives.ReadUInt64LittleEndian(bytes[56..]),
            HasZeroedGrains = (flags & ZeroedGrainFlag) != 0,
            IsCompressed = isCompressed,
            IsUnclean = bytes[72] != 0,
        }, problem);
    }
}
