using System.Buffers.Binary;
using System.Text;

namespace HyperVLab.Disks.Partitions;

/// <summary>Reads a GPT by its first header, or by the copy at the disk's end if the first is damaged.</summary>
internal static class GptReader
{
    private const int NameOffset = 56;
    private const int NameBytes = 72;
    private const ulong LegacyBootable = 4;

    /// <summary>Reads the table of a disk whose master boot record announces one.</summary>
    /// <exception cref="DiskFormatException">Neither header is whole.</exception>
    public static PartitionTable Read(VirtualDisk disk, MasterBootRecord record)
    {
        var (header, sectorBytes, warnings) = FindHeader(disk, record);
        var partitions = ReadEntries(header, sectorBytes, warnings);
        warnings.AddRange(PartitionTable.Oddities(disk, partitions));

        // The first header and its entries stand before every partition, their copies after.
        var last = partitions.Select(partition => partition.EndBytes / sectorBytes)
            .Prepend(2 + header.EntriesSectors).Max();
        return new PartitionTable
        {
            Scheme = PartitionScheme.Gpt,
            Partitions = partitions,
            EndBytes = (last + header.EntriesSectors + 1) * sectorBytes,
            SectorSizeBytes = sectorBytes,
            DiskSignature = record.DiskSignature,
            DiskIdentifier = header.DiskIdentifier,
            Structures = Structures(disk, header, sectorBytes),
            Warnings = warnings,
        };
    }

    /// <summary>Finds the header to believe, the sector it counts in, and what is wrong with its twin.</summary>
    public static (GptHeader Header, int SectorBytes, List<string> Warnings) FindHeader(
        VirtualDisk disk, MasterBootRecord record)
    {
        // An image of a disk with sectors of 4096 bytes may not say so.
        int[] sizes = [disk.LogicalSectorSizeBytes, disk.LogicalSectorSizeBytes == 512 ? 4096 : 512];
        foreach (var sectorBytes in sizes)
        {
            if (GptHeader.Read(disk, 1, sectorBytes) is { } header)
            {
                return (header, sectorBytes, TwinOddities(disk, header, sectorBytes));
            }
        }

        foreach (var sectorBytes in sizes)
        {
            var protective = record.Partitions.First(entry => entry.Type == MbrReader.Protective);
            long[] places =
            [
                (disk.SizeBytes / sectorBytes) - 1,
                (long)protective.StartSector + protective.SectorCount - 1,
            ];
            foreach (var place in places)
            {
                if (GptHeader.Read(disk, place, sectorBytes) is { } header)
                {
                    return (header, sectorBytes, ["The first header of the GPT is damaged; its copy is used."]);
                }
            }
        }

        throw new DiskFormatException(
            "GPT header", disk.LogicalSectorSizeBytes, "neither it nor its copy at the disk's end is whole");
    }

    private static List<ByteRange> Structures(VirtualDisk disk, GptHeader header, int sectorBytes)
    {
        var entries = header.EntriesSectors * sectorBytes;
        var end = disk.SizeBytes / sectorBytes * sectorBytes;
        return
        [
            new ByteRange(0, 2L * sectorBytes),
            new ByteRange(header.EntriesSector * sectorBytes, entries),
            new ByteRange(end - sectorBytes, sectorBytes),
        ];
    }

    private static List<string> TwinOddities(VirtualDisk disk, GptHeader header, int sectorBytes)
    {
        var end = (disk.SizeBytes / sectorBytes) - 1;
        var place = header.OtherSector <= (ulong)end ? (long)header.OtherSector : -1;
        if (GptHeader.Read(disk, place, sectorBytes) is not { } copy)
        {
            return ["The copy of the GPT is damaged or missing."];
        }

        if (!copy.Entries.AsSpan().SequenceEqual(header.Entries))
        {
            return ["The copy of the GPT is not equal to the table."];
        }

        return place == end ? [] : ["The copy of the GPT is not at the disk's end."];
    }

    private static List<DiskPartition> ReadEntries(GptHeader header, int sectorBytes, List<string> warnings)
    {
        var partitions = new List<DiskPartition>();
        var farthest = (ulong)(long.MaxValue / 4 / sectorBytes);
        for (var at = 0; at < header.Entries.Length; at += header.EntryBytes)
        {
            var entry = header.Entries.AsSpan(at, header.EntryBytes);
            var type = new Guid(entry[..16]);
            var first = BinaryPrimitives.ReadUInt64LittleEndian(entry[32..]);
            var last = BinaryPrimitives.ReadUInt64LittleEndian(entry[40..]);
            var number = (at / header.EntryBytes) + 1;
            if (type == Guid.Empty)
            {
                continue;
            }

            if (first > last || last > farthest)
            {
                warnings.Add($"Entry {number} of the GPT has no possible place.");
                continue;
            }

            partitions.Add(new DiskPartition
            {
                Number = number,
                Type = PartitionTypes.Of(type),
                TypeCode = type.ToString().ToUpperInvariant(),
                Name = Name(entry.Slice(NameOffset, NameBytes)),
                OffsetBytes = (long)first * sectorBytes,
                SizeBytes = ((long)(last - first) + 1) * sectorBytes,
                IsActive = (BinaryPrimitives.ReadUInt64LittleEndian(entry[48..]) & LegacyBootable) != 0,
                Identifier = new Guid(entry.Slice(16, 16)),
            });
        }

        return partitions;
    }

    private static string Name(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.Unicode.GetString(bytes);
        var end = text.IndexOf('\0', StringComparison.Ordinal);
        return end < 0 ? text : text[..end];
    }
}
