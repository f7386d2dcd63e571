using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace HyperVLab.Disks.Vmdk;

/// <summary>
/// Where everything stands in a new monolithic sparse disk, as Virtual Disk Format 5.0 draws it and VMware and qemu-img
/// write it: header, descriptor, the copy of the grain directory with its tables, the directory with its own, grains.
/// All tables have their place from the start.
/// </summary>
internal sealed class VmdkSparseLayout
{
    /// <summary>Sectors in a grain.</summary>
    public const int GrainSectors = 128;

    private const int DescriptorSectors = 20;
    private const int TableSectors = VmdkLimits.TableEntries * sizeof(uint) / VirtualDisk.SectorBytes;
    private const int ValidLineEnds = 1;
    private const int RedundantTables = 2;

    private readonly long _sectors;
    private readonly long _tables;
    private readonly long _directorySectors;

    /// <summary>Lays a disk out.</summary>
    /// <param name="sizeBytes">Its size, whole sectors.</param>
    public VmdkSparseLayout(long sizeBytes)
    {
        _sectors = sizeBytes / VirtualDisk.SectorBytes;
        var grains = ((_sectors - 1) / GrainSectors) + 1;
        _tables = ((grains - 1) / VmdkLimits.TableEntries) + 1;
        _directorySectors = ((_tables * sizeof(uint)) + VirtualDisk.SectorBytes - 1) / VirtualDisk.SectorBytes;
    }

    private static long RedundantDirectory => 1 + DescriptorSectors;

    private long Directory => RedundantDirectory + _directorySectors + (_tables * TableSectors);

    private long OverheadSectors =>
        (Directory + _directorySectors + (_tables * TableSectors) + GrainSectors - 1) / GrainSectors * GrainSectors;

    /// <summary>Writes the empty disk into an empty file.</summary>
    public void Write(IDiskFile file, Guid identifier)
    {
        file.SetLength(OverheadSectors * VirtualDisk.SectorBytes);
        WriteDirectory(file, RedundantDirectory);
        WriteDirectory(file, Directory);
        file.Write(VirtualDisk.SectorBytes, Encoding.ASCII.GetBytes(Descriptor(identifier)));
        file.Write(0, Header());
    }

    private byte[] Header()
    {
        var bytes = new byte[VmdkHeader.LengthBytes];
        VmdkHeader.Signature.CopyTo(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), ValidLineEnds | RedundantTables);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(12), _sectors);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(20), GrainSectors);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(28), 1);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(36), DescriptorSectors);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(44), VmdkLimits.TableEntries);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(48), RedundantDirectory);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(56), Directory);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(64), OverheadSectors);
        "\n \r\n"u8.CopyTo(bytes.AsSpan(73));
        return bytes;
    }

    private void WriteDirectory(IDiskFile file, long place)
    {
        var entries = new byte[_tables * sizeof(uint)];
        for (var table = 0; table < _tables; table++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(
                entries.AsSpan(table * sizeof(uint)),
                (uint)(place + _directorySectors + ((long)table * TableSectors)));
        }

        file.Write(place * VirtualDisk.SectorBytes, entries);
    }

    // The geometry is that of a SCSI disk: 255 heads of 63 sectors.
    private string Descriptor(Guid identifier)
    {
        var uuid = Convert.ToHexStringLower(identifier.ToByteArray(bigEndian: true));
        var pairs = string.Join(' ', Enumerable.Range(0, 16).Select(index => uuid.Substring(index * 2, 2)));
        return string.Create(CultureInfo.InvariantCulture, $"""
            # Disk DescriptorFile
            version=1
            CID={uuid[..8]}
            parentCID=ffffffff
            createType="monolithicSparse"

            # Extent description
            RW {_sectors} SPARSE "disk.vmdk"

            # The Disk Data Base
            #DDB

            ddb.virtualHWVersion = "4"
            ddb.uuid = "{pairs[..23]}-{pairs[24..]}"
            ddb.geometry.cylinders = "{_sectors / (255 * 63)}"
            ddb.geometry.heads = "255"
            ddb.geometry.sectors = "63"
            ddb.adapterType = "lsilogic"

            """).ReplaceLineEndings("\n");
    }
}
