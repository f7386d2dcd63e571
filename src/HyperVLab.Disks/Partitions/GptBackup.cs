using System.Buffers.Binary;

namespace HyperVLab.Disks.Partitions;

/// <summary>Keeps the copy of a GPT where it belongs, at the end of the disk.</summary>
public static class GptBackup
{
    /// <summary>
    /// Writes the copy of a disk's GPT at the end of a size and lets the first header and the master boot record know
    /// it. Call it after a disk has grown, and before it shrinks. A kill at any moment leaves a table that is whole.
    /// A disk without a GPT stays as it is.
    /// </summary>
    /// <param name="disk">The disk; what is written is flushed.</param>
    /// <param name="diskSizeBytes">The size that the disk has, or will have.</param>
    /// <returns>Whether there is a GPT and so a copy of it now.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The partitions and the table need a larger disk, or the disk is
    /// smaller than the size.</exception>
    /// <exception cref="DiskFormatException">The disk announces a GPT, and neither header is whole.</exception>
    public static bool MoveToEnd(VirtualDisk disk, long diskSizeBytes)
    {
        if (PartitionTable.Read(disk) is not { Scheme: PartitionScheme.Gpt } table)
        {
            return false;
        }

        if (diskSizeBytes < table.EndBytes || diskSizeBytes > disk.SizeBytes)
        {
            throw new ArgumentOutOfRangeException(
                nameof(diskSizeBytes), diskSizeBytes, $"The size is not within {table.EndBytes} and {disk.SizeBytes}.");
        }

        var record = MasterBootRecord.Read(disk)!;
        var (header, sectorBytes, _) = GptReader.FindHeader(disk, record);
        var end = (diskSizeBytes / sectorBytes) - 1;
        var entries = end - header.EntriesSectors;
        disk.Write(entries * sectorBytes, header.Entries);
        disk.Write(end * sectorBytes, header.At(end, 1, entries, entries - 1));
        disk.Flush();

        // Whichever table was whole before stays so until the copy is written.
        var isFirst = header.OwnSector == 1;
        if (!isFirst)
        {
            disk.Write(2L * sectorBytes, header.Entries);
            disk.Flush();
        }

        disk.Write(sectorBytes, header.At(1, end, isFirst ? header.EntriesSector : 2, entries - 1));
        WriteProtection(disk, record, end);
        disk.Flush();
        return true;
    }

    // A hybrid record has partitions of its own, which stay; only an entry that covers the whole disk grows with it.
    private static void WriteProtection(VirtualDisk disk, MasterBootRecord record, long lastSector)
    {
        var used = record.Partitions.Where(entry => !entry.IsEmpty).ToList();
        if (used is [{ Type: MbrReader.Protective, StartSector: 1 }])
        {
            Span<byte> sector = stackalloc byte[MasterBootRecord.LengthBytes];
            disk.Read(0, sector);
            for (var i = 0; i < MasterBootRecord.PartitionCount; i++)
            {
                var entry = sector[(446 + (i * MbrPartition.LengthBytes))..];
                if (entry[4] == MbrReader.Protective)
                {
                    BinaryPrimitives.WriteUInt32LittleEndian(entry[12..], (uint)Math.Min(lastSector, uint.MaxValue));
                }
            }

            disk.Write(0, sector);
        }
    }
}
