using System.Text;

namespace HyperVLab.Disks.Vhdx;

/// <summary>Everything about a VHDX file but its data, read and checked. Parents are not looked for.</summary>
internal sealed class VhdxStructure
{
    private const int CreatorBytes = 512;

    private readonly List<string> _warnings = [];

    private VhdxStructure(IDiskFile file, bool replay, bool forgiveUnusedLog)
    {
        Headers = VhdxHeaders.Read(file);
        Creator = ReadCreator(file);
        if (replay)
        {
            VhdxLogReplay.Run(file, Headers);
        }

        LogIsUnused = forgiveUnusedLog && Headers.Current.LogIdentifier != Guid.Empty
            && new VhdxLogReader(file, Headers.Current).IsUnused();
        File = LogIsUnused ? file : VhdxLogReplay.Over(file, Headers);
        Regions = VhdxRegionTable.Read(File, Headers.Current.Log);
        Metadata = VhdxMetadata.Read(File, Regions.Metadata);
        Layout = LayoutOf(Metadata);
        CheckTableRegion();
        Warn();
    }

    /// <summary>The file, with its log replayed.</summary>
    public IDiskFile File { get; }

    /// <summary>The headers.</summary>
    public VhdxHeaders Headers { get; }

    /// <summary>Where tables stand.</summary>
    public VhdxRegionTable Regions { get; private set; }

    /// <summary>What the disk is.</summary>
    public VhdxMetadata Metadata { get; }

    /// <summary>How its table is laid out.</summary>
    public VhdxLayout Layout { get; private set; }

    /// <summary>Which part of the file is used; blocks too once their table was checked.</summary>
    public VhdxSpace Space { get; private set; } = new();

    /// <summary>Who made the file.</summary>
    public string Creator { get; }

    /// <summary>Whether the header names a log that was never written, and that was forgiven.</summary>
    public bool LogIsUnused { get; }

    /// <summary>Oddities that do not keep the disk from being used.</summary>
    public List<string> Warnings => _warnings;

    /// <summary>How the disk keeps its bytes.</summary>
    public VhdType Type => Metadata.HasParent ? VhdType.Differencing
        : Metadata.IsFixed ? VhdType.Fixed : VhdType.Dynamic;

    /// <summary>What a differencing disk says of its parent, otherwise null.</summary>
    public ParentReference? Parent => Metadata.Locator?.ToReference();

    private static ReadOnlySpan<byte> Signature => "vhdxfile"u8;

    /// <summary>Reads the structure of a file and checks all of it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="replay">Whether what the log says is done in the file, and not only read.</param>
    /// <exception cref="DiskFormatException">The file is no VHDX or is broken.</exception>
    public static VhdxStructure Read(IDiskFile file, bool replay)
    {
        var structure = new VhdxStructure(file, replay, forgiveUnusedLog: false);
        structure.TakeRegions();
        structure.CheckTable();
        return structure;
    }

    /// <summary>Takes over another size of the disk, and another place of the table.</summary>
    public void Renew(long sizeBytes)
    {
        Metadata.SizeBytes = sizeBytes;
        Regions = VhdxRegionTable.Read(File, Headers.Current.Log);
        Layout = LayoutOf(Metadata);
        Space = new VhdxSpace();
        TakeRegions();
        CheckTable();
    }

    /// <summary>
    /// Reads the structure of a file for a check or repair: the rows of its block allocation table stay unchecked.
    /// </summary>
    /// <exception cref="DiskFormatException">The file is no VHDX or is broken.</exception>
    public static VhdxStructure ReadWithoutTable(IDiskFile file)
    {
        var structure = new VhdxStructure(file, replay: false, forgiveUnusedLog: true);
        structure.TakeRegions();
        return structure;
    }

    private static VhdxLayout LayoutOf(VhdxMetadata metadata) => new()
    {
        SizeBytes = metadata.SizeBytes,
        BlockSizeBytes = metadata.BlockSizeBytes,
        SectorBytes = metadata.LogicalSectorSizeBytes,
        HasParent = metadata.HasParent,
    };

    private static string ReadCreator(IDiskFile file)
    {
        var bytes = new byte[Signature.Length + CreatorBytes];
        file.Read(0, bytes);
        if (!bytes.AsSpan().StartsWith(Signature))
        {
            throw new DiskFormatException("VHDX file", 0, "the signature \"vhdxfile\" is not there");
        }

        var text = Encoding.Unicode.GetString(bytes.AsSpan(Signature.Length));
        var end = text.IndexOf('\0', StringComparison.Ordinal);
        return end < 0 ? text : text[..end];
    }

    private void CheckTableRegion()
    {
        var region = Regions.BlockTable;
        if (region.LengthBytes < Layout.EntryCount * VhdxEntry.LengthBytes)
        {
            throw new DiskFormatException(
                "VHDX block allocation table",
                region.Offset,
                $"{region.LengthBytes} bytes have no room for {Layout.EntryCount} rows");
        }
    }

    private void CheckTable() => VhdxTableScan.Check(File, Regions.BlockTable.Offset, Layout, Space);

    private void TakeRegions()
    {
        if (File.Length > VhdxLimits.MaximumFileBytes)
        {
            throw new DiskFormatException("VHDX file", 0, $"{File.Length} bytes are too many");
        }

        Space.Take(0, VhdxHeaders.SectionBytes);
        Space.Take((long)Headers.Current.LogOffset, Headers.Current.LogLengthBytes);
        foreach (var region in Regions.Regions)
        {
            Space.Take(region.Offset, region.LengthBytes);
        }
    }

    private void Warn()
    {
        foreach (var damage in new[] { Headers.Damage, Regions.Damage })
        {
            if (damage is not null)
            {
                _warnings.Add($"{damage.Message} The other copy is used.");
            }
        }

        if (Headers.Current.LogIdentifier != Guid.Empty)
        {
            _warnings.Add("The log holds changes that are not in the rest of the file; they are read from there.");
        }
    }
}
