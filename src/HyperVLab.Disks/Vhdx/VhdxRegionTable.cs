using System.Buffers.Binary;

namespace HyperVLab.Disks.Vhdx;

/// <summary>The region table: where the block allocation table and the metadata stand ([MS-VHDX] 2.2.3).</summary>
internal sealed class VhdxRegionTable
{
    /// <summary>How many bytes a copy has.</summary>
    public const int LengthBytes = 64 * 1024;

    /// <summary>Where the two copies stand.</summary>
    public static readonly long[] Offsets = [192 * 1024, 256 * 1024];

    private const string Name = "VHDX region table";
    private const int MaximumEntries = 2047;
    private const int EntryBytes = 32;

    private VhdxRegionTable(List<VhdxRegion> regions, long offset)
    {
        Regions = regions;
        Offset = offset;
    }

    /// <summary>All regions, those of unknown purpose too.</summary>
    public IReadOnlyList<VhdxRegion> Regions { get; }

    /// <summary>Where the copy stands that was read.</summary>
    public long Offset { get; }

    /// <summary>What is wrong with the other copy, otherwise null.</summary>
    public DiskFormatException? Damage { get; set; }

    /// <summary>The block allocation table's region.</summary>
    public VhdxRegion BlockTable => Find(VhdxIdentifiers.BlockTableRegion, "block allocation table");

    /// <summary>The metadata's region.</summary>
    public VhdxRegion Metadata => Find(VhdxIdentifiers.MetadataRegion, "metadata");

    private static ReadOnlySpan<byte> Signature => "regi"u8;

    /// <summary>Reads the first good copy.</summary>
    /// <exception cref="DiskFormatException">No copy is good, or it names impossible regions.</exception>
    public static VhdxRegionTable Read(IDiskFile file, ByteRange log)
    {
        var first = ReadCopy(file, Offsets[0], out var firstError);
        var second = ReadCopy(file, Offsets[1], out var secondError);
        var bytes = first ?? second ?? throw firstError!;
        var offset = first is not null ? Offsets[0] : Offsets[1];
        var damage = firstError ?? secondError;
        if (first is not null && second is not null && !first.AsSpan().SequenceEqual(second))
        {
            damage = new DiskFormatException(Name, Offsets[1], "it differs from the first copy");
        }

        var table = new VhdxRegionTable(Parse(bytes, offset), offset) { Damage = damage };
        table.Check(file.Length, log);
        return table;
    }

    /// <summary>The table as it stands in the file, with its checksum.</summary>
    public static byte[] ToBytes(IReadOnlyList<VhdxRegion> regions)
    {
        var bytes = new byte[LengthBytes];
        Signature.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), regions.Count);
        for (var i = 0; i < regions.Count; i++)
        {
            var entry = bytes.AsSpan(16 + (i * EntryBytes), EntryBytes);
            regions[i].Identifier.TryWriteBytes(entry);
            BinaryPrimitives.WriteInt64LittleEndian(entry[16..], regions[i].Offset);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[24..], regions[i].LengthBytes);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[28..], regions[i].IsRequired ? 1u : 0);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), VhdxChecksum.Of(bytes, 4));
        return bytes;
    }

    private static byte[]? ReadCopy(IDiskFile file, long offset, out DiskFormatException? error)
    {
        error = null;
        var bytes = new byte[LengthBytes];
        file.Read(offset, bytes);
        var stored = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4));
        var computed = VhdxChecksum.Of(bytes, 4);
        if (!bytes.AsSpan().StartsWith(Signature))
        {
            error = new DiskFormatException(Name, offset, "the signature \"regi\" is not there");
        }
        else if (stored != computed)
        {
            error = new DiskFormatException(
                Name, offset, $"the checksum is 0x{stored:X8}, its bytes give 0x{computed:X8}");
        }

        return error is null ? bytes : null;
    }

    private static List<VhdxRegion> Parse(ReadOnlySpan<byte> bytes, long offset)
    {
        var count = BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]);
        if (count > MaximumEntries)
        {
            throw new DiskFormatException(Name, offset, $"{count} entries are more than {MaximumEntries}");
        }

        var regions = new List<VhdxRegion>((int)count);
        for (var i = 0; i < (int)count; i++)
        {
            var place = 16 + (i * EntryBytes);
            var entry = bytes.Slice(place, EntryBytes);
            var start = BinaryPrimitives.ReadUInt64LittleEndian(entry[16..]);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(entry[24..]);
            if (start is < VhdxHeaders.SectionBytes or > (ulong)VhdxLimits.MaximumFileBytes || length == 0
                || start % VhdxLimits.AlignmentBytes != 0 || length % VhdxLimits.AlignmentBytes != 0)
            {
                throw new DiskFormatException(
                    Name, offset + place, $"{start} and its length {length} are no place for a region");
            }

            var flags = BinaryPrimitives.ReadUInt32LittleEndian(entry[28..]);
            regions.Add(new VhdxRegion(new Guid(entry[..16]), (long)start, length, (flags & 1) != 0));
        }

        return regions;
    }

    private void Check(long fileBytes, ByteRange log)
    {
        foreach (var region in Regions)
        {
            var known = region.Identifier == VhdxIdentifiers.BlockTableRegion
                || region.Identifier == VhdxIdentifiers.MetadataRegion;
            if (region.IsRequired && !known)
            {
                throw new DiskFormatException(Name, Offset, $"the required region {region.Identifier} is not known");
            }

            if (region.Range.End > fileBytes)
            {
                throw new DiskFormatException(
                    Name, Offset, $"the region at {region.Offset} ends at {region.Range.End}, after the file");
            }
        }

        var ranges = Regions.Select(region => region.Range).Append(log).Where(range => range.Length > 0)
            .OrderBy(range => range.Offset).ToList();
        for (var i = 1; i < ranges.Count; i++)
        {
            if (ranges[i].Offset < ranges[i - 1].End)
            {
                throw new DiskFormatException(
                    Name, Offset, $"the regions at {ranges[i - 1].Offset} and {ranges[i].Offset} overlap");
            }
        }

        _ = BlockTable;
        _ = Metadata;
    }

    private VhdxRegion Find(Guid identifier, string name)
    {
        var found = Regions.Where(region => region.Identifier == identifier).ToList();
        return found.Count == 1
            ? found[0]
            : throw new DiskFormatException(Name, Offset, $"it has {found.Count} regions for the {name}, not one");
    }
}
