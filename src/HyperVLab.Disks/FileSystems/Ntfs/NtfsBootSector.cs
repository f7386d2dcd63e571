using System.Buffers.Binary;

namespace HyperVLab.Disks.FileSystems.Ntfs;

/// <summary>The first sector of an NTFS volume, checked.</summary>
internal sealed record NtfsBootSector
{
    /// <summary>The largest cluster that Windows makes, in bytes.</summary>
    public const int MaximumClusterBytes = 2 * 1024 * 1024;

    private const int MaximumRecordBytes = 4096;
    private const int MaximumIndexBytes = 64 * 1024;

    /// <summary>The size of a cluster in bytes.</summary>
    public required int ClusterBytes { get; init; }

    /// <summary>How many whole clusters the volume has.</summary>
    public required long ClusterCount { get; init; }

    /// <summary>The first cluster of the master file table.</summary>
    public required long TableCluster { get; init; }

    /// <summary>The size of a record of the master file table in bytes.</summary>
    public required int RecordBytes { get; init; }

    /// <summary>Whether a sector names the file system.</summary>
    public static bool Names(ReadOnlySpan<byte> sector) => sector[3..11].SequenceEqual("NTFS    "u8);

    /// <summary>Reads the sector of a volume.</summary>
    /// <exception cref="DiskFormatException">It is not NTFS's, or its numbers cannot be.</exception>
    public static NtfsBootSector Read(DiskWindow window)
    {
        var place = window.Place("NTFS boot sector", 0);
        var bytes = new byte[512];
        window.Read(place.Structure, 0, bytes);
        if (!Names(bytes))
        {
            throw place.Broken("it does not name NTFS");
        }

        int sectorBytes = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(11));
        if (sectorBytes is not (256 or 512 or 1024 or 2048 or 4096))
        {
            throw place.Broken($"a sector has {sectorBytes} bytes");
        }

        // From 0x80 on the byte is a power of two, counted down: 0xF4 stands for 4096 sectors.
        var perCluster = bytes[13] <= 0x80 ? bytes[13] : 1L << Math.Min(256 - bytes[13], 30);
        var clusterBytes = perCluster * sectorBytes;
        if (clusterBytes <= 0 || clusterBytes > MaximumClusterBytes || (clusterBytes & (clusterBytes - 1)) != 0)
        {
            throw place.Broken($"a cluster has {clusterBytes} bytes");
        }

        var sectors = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(40));
        if (sectors <= 0 || sectors > window.LengthBytes / sectorBytes)
        {
            throw place.Broken($"it counts {sectors} sectors, more than the partition of {window.LengthBytes} bytes");
        }

        var clusters = sectors / perCluster;
        var table = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(48));
        if (table <= 0 || table >= clusters)
        {
            throw place.Broken($"the master file table is in cluster {table} of {clusters}");
        }

        return new NtfsBootSector
        {
            ClusterBytes = (int)clusterBytes,
            ClusterCount = clusters,
            TableCluster = table,
            RecordBytes = SizeOf((sbyte)bytes[64], (int)clusterBytes, MaximumRecordBytes, place),
        };
    }

    /// <summary>Whether a size is one that an index block can have.</summary>
    public static bool IsIndexSize(uint bytes)
        => bytes is >= 512 and <= MaximumIndexBytes && (bytes & (bytes - 1)) == 0;

    // A positive number counts clusters, a negative one is a power of two.
    private static int SizeOf(sbyte code, int clusterBytes, int maximum, DiskPlace place)
    {
        var bytes = code > 0 ? (long)code * clusterBytes : 1L << Math.Min(-code, 62);
        return bytes >= 512 && bytes <= maximum && (bytes & (bytes - 1)) == 0
            ? (int)bytes : throw place.Broken($"a record has {bytes} bytes");
    }
}
