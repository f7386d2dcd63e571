using System.Buffers.Binary;
using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.Vhd;

/// <summary>Checks the fields of a dynamic header that opening does not look at.</summary>
internal static class VhdHeaderCheck
{
    private const string Name = "VHD dynamic header";
    private const int ReservedOffset = 60;
    private const int LastReservedOffset = 768;

    /// <summary>Checks the header of a file whose structures could be read.</summary>
    public static void Run(IDiskFile file, VhdStructure structure, DiskDefectList defects)
    {
        var header = structure.Header!;
        var offset = (long)structure.Footer.DataOffset;
        var bytes = new byte[VhdDynamicHeader.LengthBytes];
        file.Read(offset, bytes);
        CheckReserved(bytes, offset, defects);
        if (header.BlockSizeBytes is < VhdLimits.MinimumBlockSizeBytes)
        {
            defects.Warn(Name, offset, $"Hyper-V makes no blocks of {header.BlockSizeBytes} bytes");
        }

        if (structure.Footer.Type == VhdType.Dynamic)
        {
            CheckNoParent(header, offset, defects);
        }
        else if (header.ParentIdentifier == Guid.Empty)
        {
            defects.Warn(Name, offset, "the parent's identifier is all zeros");
        }
        else if (structure.Parent!.BestPath is null)
        {
            defects.Warn(Name, offset, "nothing says where the parent is");
        }

        CheckEntries(file, structure, defects);
    }

    private static void CheckReserved(ReadOnlySpan<byte> bytes, long offset, DiskDefectList defects)
    {
        var dataOffset = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        if (dataOffset != VhdFooter.NoDataOffset)
        {
            defects.Warn(Name, offset, $"the data offset 0x{dataOffset:X} is not all ones");
        }

        var version = BinaryPrimitives.ReadUInt32BigEndian(bytes[24..]);
        if ((ushort)version != 0)
        {
            defects.Warn(Name, offset, $"the header version 0x{version:X8} is later than 1.0");
        }

        if (bytes.Slice(ReservedOffset, 4).ContainsAnyExcept((byte)0)
            || bytes[LastReservedOffset..].ContainsAnyExcept((byte)0))
        {
            defects.Warn(Name, offset, "reserved bytes are not zero");
        }
    }

    private static void CheckNoParent(VhdDynamicHeader header, long offset, DiskDefectList defects)
    {
        var names = header.ParentIdentifier != Guid.Empty || header.ParentTimestamp != 0
            || header.ParentName.Length != 0 || header.Locators.Any(locator => locator.Code != 0);
        if (names)
        {
            defects.Warn(Name, offset, "it names a parent, which a dynamic disk does not have");
        }
    }

    private static void CheckEntries(IDiskFile file, VhdStructure structure, DiskDefectList defects)
    {
        var header = structure.Header!;
        var count = structure.Table!.Count;
        if (header.MaximumTableEntries == count)
        {
            return;
        }

        defects.WarnMendable(
            Name,
            (long)structure.Footer.DataOffset,
            $"{header.MaximumTableEntries} table entries are more than the {count} of the disk, which 7-Zip refuses");
        var used = VhdBlockTable.FirstUsed(file, header.TableOffset, count, header.MaximumTableEntries);
        if (used is { } entry)
        {
            defects.Warn(
                VhdBlockTable.Name, header.TableOffset + (entry * 4), $"entry {entry} is in use, beyond the disk");
        }
    }
}
