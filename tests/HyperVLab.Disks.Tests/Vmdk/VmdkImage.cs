using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace HyperVLab.Disks.Tests.Vmdk;

/// <summary>Writes VMDKs of the kinds that there are, since no writer stands beside the reader.</summary>
internal static class VmdkImage
{
    public const int GrainSectors = 16;
    public const int GrainBytes = GrainSectors * 512;

    private const int DescriptorSectors = 20;

    public static string Descriptor(string extents, string createType = "monolithicSparse", string more = "")
        => $"# Disk DescriptorFile\nversion=1\nCID=12345678\nparentCID=ffffffff\ncreateType=\"{createType}\"\n\n"
            + $"# Extent description\n{extents}\n\n# The Disk Data Base\n#DDB\n{more}\n";

    public static MemoryDiskFile Text(string descriptor)
        => MemoryDiskFile.FromBytes(Encoding.UTF8.GetBytes(descriptor));

    public static string Sparse(int bytes, string name = "disk.vmdk")
        => string.Create(CultureInfo.InvariantCulture, $"RW {bytes / 512} SPARSE \"{name}\"");

    /// <summary>A sparse extent with a redundant directory; only grains that hold data have a place.</summary>
    /// <param name="content">What the extent holds.</param>
    /// <param name="descriptor">The descriptor in it; null for none.</param>
    /// <param name="zeroed">Whether grains of zeros are written down as such.</param>
    public static MemoryDiskFile Extent(byte[] content, string? descriptor, bool zeroed = false)
    {
        var grains = (content.Length + GrainBytes - 1) / GrainBytes;
        var tables = (grains + 511) / 512;
        var directorySectors = ((tables * 4) + 511) / 512;
        var redundant = 1 + DescriptorSectors;
        var redundantTables = redundant + directorySectors;
        var directory = redundantTables + (tables * 4);
        var firstTables = directory + directorySectors;
        var data = (firstTables + (tables * 4) + GrainSectors - 1) / GrainSectors * GrainSectors;
        var file = new MemoryDiskFile();
        file.Write(0, Header(content.Length / 512, zeroed ? 7 : 3, descriptor is null ? 0 : 1, redundant, directory));
        file.Write(512, Encoding.UTF8.GetBytes(descriptor ?? ""));
        for (var table = 0; table < tables; table++)
        {
            Put(file, (redundant * 512L) + (table * 4), redundantTables + (table * 4));
            Put(file, (directory * 512L) + (table * 4), firstTables + (table * 4));
        }

        for (var grain = 0; grain < grains; grain++)
        {
            var bytes = content.AsSpan(grain * GrainBytes, Math.Min(GrainBytes, content.Length - (grain * GrainBytes)));
            var entry = bytes.ContainsAnyExcept((byte)0) ? data : zeroed ? 1 : 0;
            Put(file, (redundantTables * 512L) + (grain * 4), entry);
            Put(file, (firstTables * 512L) + (grain * 4), entry);
            if (entry == data)
            {
                file.Write(data * 512L, bytes);
                data += GrainSectors;
            }
        }

        file.SetLength(Math.Max(file.Length, data * 512L));
        return file;
    }

    /// <summary>A stream-optimised disk as VMware writes it: compressed grains, tables after them, a footer.</summary>
    public static MemoryDiskFile Stream(byte[] content, string descriptor)
    {
        var file = new MemoryDiskFile();
        file.Write(512, Encoding.UTF8.GetBytes(descriptor));
        var next = 1L + DescriptorSectors;
        var grains = (content.Length + GrainBytes - 1) / GrainBytes;
        var entries = new int[(grains + 511) / 512 * 512];
        for (var grain = 0; grain < grains; grain++)
        {
            var bytes = new byte[GrainBytes];
            content.AsSpan(grain * GrainBytes, Math.Min(GrainBytes, content.Length - (grain * GrainBytes)))
                .CopyTo(bytes);
            if (bytes.AsSpan().ContainsAnyExcept((byte)0))
            {
                entries[grain] = (int)next;
                next += Grain(file, next, grain, bytes);
            }
        }

        var directory = new List<int>();
        for (var table = 0; table < entries.Length; table += 512)
        {
            var part = entries.AsSpan(table, 512);
            directory.Add(part.ContainsAnyExcept(0) ? (int)next + 1 : 0);
            for (var i = 0; i < 512 && directory[^1] != 0; i++)
            {
                Put(file, ((next + 1) * 512) + (i * 4), part[i]);
            }

            next += directory[^1] == 0 ? 0 : 5;
        }

        for (var i = 0; i < directory.Count; i++)
        {
            Put(file, ((next + 1) * 512) + (i * 4), directory[i]);
        }

        var footer = next + 1 + (((directory.Count * 4) + 511) / 512) + 1;
        const int Flags = 1 | (1 << 16) | (1 << 17);
        file.Write(0, Header(content.Length / 512, Flags, 1, 0, -1));
        file.Write(footer * 512, Header(content.Length / 512, Flags, 1, 0, next + 1));
        file.SetLength((footer + 2) * 512);
        return file;
    }

    public static byte[] Header(long sectors, int flags, long descriptor, long redundant, long directory)
    {
        var header = new byte[512];
        "KDMV"u8.CopyTo(header);
        header[4] = (flags >> 16) != 0 ? (byte)3 : (byte)((flags & 4) != 0 ? 2 : 1);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), flags);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(12), sectors);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(20), GrainSectors);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(28), descriptor);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(36), descriptor == 0 ? 0 : DescriptorSectors);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(44), 512);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(48), redundant);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(56), directory);
        "\n \r\n"u8.CopyTo(header.AsSpan(73));
        header[77] = (flags >> 16) != 0 ? (byte)1 : (byte)0;
        return header;
    }

    private static long Grain(MemoryDiskFile file, long sector, int grain, byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            stream.Write(bytes);
        }

        Put(file, sector * 512, grain * GrainSectors);
        Put(file, (sector * 512) + 8, (int)packed.Length);
        file.Write((sector * 512) + 12, packed.ToArray());
        return (12 + packed.Length + 511) / 512;
    }

    private static void Put(MemoryDiskFile file, long offset, int number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        file.Write(offset, bytes);
    }
}
