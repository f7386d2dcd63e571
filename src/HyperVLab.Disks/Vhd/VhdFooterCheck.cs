using System.Buffers.Binary;
using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.Vhd;

/// <summary>Checks the footer that counts field by field, and that all copies are there and the same.</summary>
internal static class VhdFooterCheck
{
    private const string Name = "VHD footer";
    private const uint TemporaryFeature = 1;
    private const uint ReservedFeature = 2;
    private const int SavedStateOffset = 84;
    private const int ReservedOffset = 85;

    /// <summary>Checks the footers of a file.</summary>
    /// <exception cref="DiskFormatException">There is no good footer.</exception>
    public static void Run(IDiskFile file, DateTimeOffset? now, DiskDefectList defects)
    {
        var search = VhdFooterSearch.In(file);
        var footer = search.Footer;
        var offset = search.TrailingOffset ?? 0;
        var bytes = new byte[VhdFooter.LengthBytes];
        file.Read(offset, bytes.AsSpan(0, (int)Math.Min(bytes.Length, file.Length - offset)));
        CheckCopies(file, search, bytes, defects);
        CheckFeatures(bytes, offset, defects);
        if (footer.Type == VhdType.Fixed && footer.DataOffset != VhdFooter.NoDataOffset)
        {
            defects.Warn(Name, offset, $"the data offset 0x{footer.DataOffset:X} of a fixed disk is not all ones");
        }

        if (now is { } time && VhdTimestamp.ToTime(footer.Timestamp) is var made && made > time)
        {
            defects.Warn(Name, offset, $"the disk is to be made in the future, at {made:u}");
        }

        // The largest geometry is also how some say "look at the size" (disk2vhd, qemu with force_size).
        var geometry = footer.Geometry;
        if (geometry.CapacityBytes > footer.CurrentSizeBytes && geometry != DiskGeometry.Largest)
        {
            defects.Warn(
                Name,
                offset,
                $"the geometry reaches {geometry.CapacityBytes} bytes, the disk has {footer.CurrentSizeBytes}");
        }

        if (footer.Identifier == Guid.Empty)
        {
            defects.Warn(Name, offset, "the identifier is all zeros, so children cannot know the disk");
        }
    }

    private static void CheckCopies(IDiskFile file, VhdFooterSearch search, byte[] counting, DiskDefectList defects)
    {
        if (search.TrailingOffset is null)
        {
            defects.WarnMendable(
                Name, Math.Max(0, file.Length - VhdFooter.LengthBytes), "it is damaged or missing; its copy is good");
            return;
        }

        if (search.IsOld)
        {
            defects.WarnMendable(Name, search.TrailingOffset.Value, "it has 511 bytes and not 512");
        }

        if (search.Footer.Type == VhdType.Fixed)
        {
            return;
        }

        var head = new byte[VhdFooter.LengthBytes];
        file.Read(0, head);
        if (!head.AsSpan().SequenceEqual(counting))
        {
            defects.WarnMendable(Name, 0, search.IsBetweenChanges
                ? $"the copy is the disk's before its last change, {Before(search.Copy!, search.Footer)}"
                : "the copy is damaged or differs from the trailing footer");
        }
    }

    private static string Before(VhdFooter copy, VhdFooter footer) =>
        copy.CurrentSizeBytes != footer.CurrentSizeBytes
            ? $"when it had {copy.CurrentSizeBytes} bytes: readers that begin with the copy, as qemu, see it so still"
            : "which the trailing footer has";

    private static void CheckFeatures(ReadOnlySpan<byte> bytes, long offset, DiskDefectList defects)
    {
        var features = BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]);
        if ((features & ~TemporaryFeature) != ReservedFeature)
        {
            defects.Warn(Name, offset, $"the features 0x{features:X} are neither 2 nor 3");
        }

        var version = BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]);
        if ((ushort)version != 0)
        {
            defects.Warn(Name, offset, $"the format version 0x{version:X8} is later than 1.0");
        }

        if (bytes[SavedStateOffset] > 1)
        {
            defects.Warn(Name, offset, $"the saved state is {bytes[SavedStateOffset]}, neither 0 nor 1");
        }

        var stray = bytes[ReservedOffset..].IndexOfAnyExcept((byte)0);
        if (stray >= 0)
        {
            defects.Warn(Name, offset, $"the reserved byte {ReservedOffset + stray} is not zero");
        }
    }
}
