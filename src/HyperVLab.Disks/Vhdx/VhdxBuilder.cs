using System.Buffers.Binary;
using System.Text;

namespace HyperVLab.Disks.Vhdx;

/// <summary>
/// Writes new VHDX files in the layout that Windows was seen to write: the log at 1 MB, the metadata at 2 MB, the block
/// allocation table at 3 MB, then the blocks. All identifiers come from the disk's own.
/// </summary>
internal static class VhdxBuilder
{
    private const string Creator = "Microsoft Windows 10.0.14393.0";
    private const int LogOffset = 1024 * 1024;
    private const int LogBytes = 1024 * 1024;
    private const int MetadataOffset = 2 * 1024 * 1024;
    private const int MetadataBytes = 1024 * 1024;
    private const int TableOffset = 3 * 1024 * 1024;

    /// <summary>Writes a disk without data.</summary>
    public static void Build(IDiskFile file, DiskCreation creation)
    {
        creation = WithDefaults(creation);
        VhdxLimits.CheckSectorSize(creation.LogicalSectorSizeBytes);
        VhdxLimits.CheckSectorSize(creation.PhysicalSectorSizeBytes);
        VhdxLimits.CheckSize(creation.SizeBytes, creation.LogicalSectorSizeBytes);
        VhdxLimits.CheckBlockSize(creation.BlockSizeBytes);
        if (file.Length != 0)
        {
            throw new ArgumentException("A new disk needs an empty file.", nameof(file));
        }

        var layout = new VhdxLayout
        {
            SizeBytes = creation.SizeBytes,
            BlockSizeBytes = creation.BlockSizeBytes,
            SectorBytes = creation.LogicalSectorSizeBytes,
            HasParent = creation.Type == VhdType.Differencing,
        };
        var blocks = TableOffset + layout.TableBytes;
        var isFixed = creation.Type == VhdType.Fixed;
        file.SetLength(blocks + (isFixed ? layout.BlockCount * layout.BlockSizeBytes : 0));
        if (isFixed)
        {
            WriteRows(file, layout, blocks);
        }

        WriteMetadata(file, creation);
        var regions = VhdxRegionTable.ToBytes(
        [
            new VhdxRegion(VhdxIdentifiers.BlockTableRegion, TableOffset, (uint)layout.TableBytes, true),
            new VhdxRegion(VhdxIdentifiers.MetadataRegion, MetadataOffset, MetadataBytes, true),
        ]);
        file.Write(VhdxRegionTable.Offsets[0], regions);
        file.Write(VhdxRegionTable.Offsets[1], regions);
        WriteHeaders(file, creation.Identifier);
        file.Write(0, [.. "vhdxfile"u8, .. Encoding.Unicode.GetBytes(Creator)]);
    }

    private static DiskCreation WithDefaults(DiskCreation creation)
    {
        var block = creation.Type == VhdType.Differencing
            ? VhdxLimits.DefaultDifferencingBlockSizeBytes
            : VhdxLimits.DefaultBlockSizeBytes;
        return creation with
        {
            SizeBytes = creation.SizeBytes == 0 ? creation.Parent?.SizeBytes ?? 0 : creation.SizeBytes,
            BlockSizeBytes = creation.BlockSizeBytes == 0 ? block : creation.BlockSizeBytes,
            PhysicalSectorSizeBytes = creation.PhysicalSectorSizeBytes == 0
                ? VhdxLimits.DefaultPhysicalSectorSizeBytes
                : creation.PhysicalSectorSizeBytes,
        };
    }

    private static void WriteHeaders(IDiskFile file, Guid identifier)
    {
        var header = new VhdxHeader
        {
            SequenceNumber = 1,
            FileWriteIdentifier = VhdxIdentifiers.Derive(identifier, "file write"),
            DataWriteIdentifier = VhdxIdentifiers.Derive(identifier, "data write"),
            LogOffset = LogOffset,
            LogLengthBytes = LogBytes,
        };
        file.Write(VhdxHeaders.Offsets[0], header.ToBytes());
        file.Write(VhdxHeaders.Offsets[1], (header with { SequenceNumber = 2 }).ToBytes());
    }

    private static void WriteMetadata(IDiskFile file, DiskCreation creation)
    {
        var flags = creation.Type switch
        {
            VhdType.Fixed => VhdxMetadata.LeaveAllocated,
            VhdType.Differencing => VhdxMetadata.ParentFlag,
            _ => 0u,
        };
        var parameters = new byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(parameters, creation.BlockSizeBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(parameters.AsSpan(4), flags);
        var items = new List<VhdxMetadataItem>();
        var place = (uint)VhdxMetadataTable.LengthBytes;
        Add(VhdxIdentifiers.FileParameters, parameters, VhdxMetadataItem.Required);
        AddOfDisk(VhdxIdentifiers.VirtualDiskSize, BitConverter.GetBytes(creation.SizeBytes));
        AddOfDisk(VhdxIdentifiers.LogicalSectorSize, BitConverter.GetBytes(creation.LogicalSectorSizeBytes));
        AddOfDisk(VhdxIdentifiers.PhysicalSectorSize, BitConverter.GetBytes(creation.PhysicalSectorSizeBytes));
        AddOfDisk(VhdxIdentifiers.Page83Data, creation.Identifier.ToByteArray());
        if (creation.Parent is { } parent && creation.Type == VhdType.Differencing)
        {
            Add(VhdxIdentifiers.ParentLocator, VhdxParentLocator.For(parent).ToBytes(), VhdxMetadataItem.Required);
        }

        file.Write(MetadataOffset, VhdxMetadataTable.ToBytes(items));

        void AddOfDisk(Guid identifier, byte[] bytes)
            => Add(identifier, bytes, VhdxMetadataItem.Required | VhdxMetadataItem.OfVirtualDisk);

        void Add(Guid identifier, byte[] bytes, uint itemFlags)
        {
            file.Write(MetadataOffset + place, bytes);
            items.Add(new VhdxMetadataItem(identifier, place, (uint)bytes.Length, itemFlags));
            place += (uint)bytes.Length;
        }
    }

    private static void WriteRows(IDiskFile file, VhdxLayout layout, long blocks)
    {
        const int RowsAtOnce = 8192;
        var rows = new byte[RowsAtOnce * VhdxEntry.LengthBytes];
        for (var first = 0L; first < layout.EntryCount; first += RowsAtOnce)
        {
            var count = (int)Math.Min(RowsAtOnce, layout.EntryCount - first);
            rows.AsSpan().Clear();
            for (var i = 0; i < count; i++)
            {
                var (isBitmap, block) = layout.OwnerOf(first + i);
                if (!isBitmap)
                {
                    var entry = new VhdxEntry(
                        VhdxBlockState.FullyPresent, blocks + (block * layout.BlockSizeBytes));
                    BinaryPrimitives.WriteUInt64LittleEndian(rows.AsSpan(i * VhdxEntry.LengthBytes), entry.Value);
                }
            }

            file.Write(TableOffset + (first * VhdxEntry.LengthBytes), rows.AsSpan(0, count * VhdxEntry.LengthBytes));
        }
    }
}
