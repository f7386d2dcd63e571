using System.Globalization;

namespace HyperVLab.Disks.Partitions;

/// <summary>Reads a disk's classic table: four entries, one of which may lead to logical partitions.</summary>
internal static class MbrReader
{
    /// <summary>The type of an entry that stands for a whole GPT.</summary>
    public const byte Protective = 0xEE;

    /// <summary>The number of the first logical partition.</summary>
    public const int FirstLogicalNumber = 5;

    // Nobody has more; Linux stops at 256 minor numbers and Windows at its letters.
    private const int MaximumLogicalCount = 256;

    /// <summary>Whether a sector can be a table: Linux too wants each first byte to be 0 or 0x80.</summary>
    public static bool IsPlausible(ReadOnlySpan<byte> sector)
        => (sector[446] & 0x7F) == 0 && (sector[462] & 0x7F) == 0
            && (sector[478] & 0x7F) == 0 && (sector[494] & 0x7F) == 0;

    /// <summary>Reads the partitions that a record leads to.</summary>
    public static PartitionTable Read(VirtualDisk disk, MasterBootRecord record)
    {
        var sectorBytes = disk.LogicalSectorSizeBytes;
        var partitions = new List<DiskPartition>();
        var logical = new List<DiskPartition>();
        var warnings = new List<string>();
        var structures = new List<ByteRange> { new(0, sectorBytes) };
        for (var i = 0; i < record.Partitions.Count; i++)
        {
            var entry = record.Partitions[i];
            if (!entry.IsEmpty)
            {
                partitions.Add(Partition(i + 1, entry, entry.StartSector, sectorBytes));
                if (IsExtended(entry.Type))
                {
                    structures.AddRange(ReadLogical(disk, entry.StartSector, sectorBytes, logical, warnings));
                }
            }
        }

        partitions.AddRange(logical);
        warnings.AddRange(PartitionTable.Oddities(disk, partitions));
        return new PartitionTable
        {
            Scheme = PartitionScheme.Mbr,
            Partitions = partitions,
            EndBytes = partitions.Select(partition => partition.EndBytes).Prepend(sectorBytes).Max(),
            SectorSizeBytes = sectorBytes,
            DiskSignature = record.DiskSignature,
            Structures = structures,
            Warnings = warnings,
        };
    }

    // Each record's first entry counts from the record itself, its second, the next record, from the container's start.
    private static IEnumerable<ByteRange> ReadLogical(
        VirtualDisk disk, long container, int sectorBytes, List<DiskPartition> found, List<string> warnings)
    {
        var bytes = new byte[MasterBootRecord.LengthBytes];
        var seen = new HashSet<long>();
        var at = container;
        while (true)
        {
            if (found.Count >= MaximumLogicalCount || !seen.Add(at) || at > (disk.SizeBytes / sectorBytes) - 1)
            {
                warnings.Add($"The chain of logical partitions loops, is too long or leaves the disk at sector {at}.");
                break;
            }

            disk.Read(at * sectorBytes, bytes);
            if (MasterBootRecord.FromBytes(bytes) is not { } record || !IsPlausible(bytes))
            {
                warnings.Add($"The record of a logical partition at sector {at} is damaged.");
                break;
            }

            var (entry, next) = (record.Partitions[0], record.Partitions[1]);
            if (!entry.IsEmpty && !IsExtended(entry.Type))
            {
                found.Add(Partition(FirstLogicalNumber + found.Count, entry, at + entry.StartSector, sectorBytes));
            }

            if (next.IsEmpty || !IsExtended(next.Type))
            {
                break;
            }

            at = container + next.StartSector;
        }

        return seen.Select(sector => new ByteRange(sector * sectorBytes, sectorBytes));
    }

    private static bool IsExtended(byte type) => type is 0x05 or 0x0F or 0x85;

    private static DiskPartition Partition(int number, MbrPartition entry, long startSector, int sectorBytes) => new()
    {
        Number = number,
        Type = PartitionTypes.Of(entry.Type),
        TypeCode = string.Create(CultureInfo.InvariantCulture, $"0x{entry.Type:X2}"),
        OffsetBytes = startSector * sectorBytes,
        SizeBytes = entry.SectorCount * (long)sectorBytes,
        IsActive = entry.IsActive,
        IsExtended = IsExtended(entry.Type),
    };
}
