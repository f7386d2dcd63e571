using System.Buffers.Binary;
using System.Text;

namespace HyperVLab.Disks.Vhd;

/// <summary>What Get-VHD says of a VHD file, and a little more. Parents are not opened.</summary>
public sealed record VhdInformation
{
    /// <summary>The file format.</summary>
    public VhdFormat Format { get; init; } = VhdFormat.VHD;

    /// <summary>How the disk keeps its bytes.</summary>
    public required VhdType Type { get; init; }

    /// <summary>The length of the file in bytes.</summary>
    public required long FileSizeBytes { get; init; }

    /// <summary>The size that a guest sees, in bytes.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>The size of a block in bytes; 0 for a fixed disk.</summary>
    public required int BlockSizeBytes { get; init; }

    /// <summary>How many blocks the disk has; 0 for a fixed disk.</summary>
    public required int BlockCount { get; init; }

    /// <summary>How many of the blocks have a place in the file.</summary>
    public required int AllocatedBlockCount { get; init; }

    /// <summary>The disk's unique identifier.</summary>
    public required Guid Identifier { get; init; }

    /// <summary>What a differencing disk says of its parent, otherwise null.</summary>
    public ParentReference? Parent { get; init; }

    /// <summary>The parent's path as stored; empty if there is no parent, as Get-VHD writes it.</summary>
    public string ParentPath => Parent?.BestPath ?? "";

    /// <summary>
    /// Of the blocks in the file, the part in percent that does not follow the block before it on the disk directly
    /// (but for padding up to 4 KiB); null for a fixed disk. Our rule: Microsoft does not document the figure's.
    /// </summary>
    public int? FragmentationPercentage { get; init; }

    /// <summary>1 if all data stands at multiples of 4 KiB in the file, otherwise 0; as Get-VHD writes it.</summary>
    public required int Alignment { get; init; }

    /// <summary>When the disk was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Who made the disk, four characters, for instance "win " or "qemu".</summary>
    public required string Creator { get; init; }

    /// <summary>Whether a virtual machine was saved with this disk.</summary>
    public required bool SavedState { get; init; }

    /// <summary>Oddities that do not keep the disk from being used.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Reads the structures of a file; the file stays with the caller.</summary>
    /// <param name="file">The file.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="DiskFormatException">The file is no VHD or is broken.</exception>
    public static VhdInformation Read(IDiskFile file)
    {
        var structure = VhdStructure.Read(file);
        var places = structure.Table?.SortedPlaces() ?? [];
        var layout = structure.Layout;
        var aligned = Array.TrueForAll(places, place =>
        {
            var bitmap = (long)place * VirtualDisk.SectorBytes;
            return layout.NextBitmap(bitmap) == bitmap;
        });
        return new VhdInformation
        {
            Type = structure.Footer.Type,
            FileSizeBytes = file.Length,
            SizeBytes = structure.Footer.CurrentSizeBytes,
            BlockSizeBytes = layout.BlockSizeBytes,
            BlockCount = structure.Table?.Count ?? 0,
            AllocatedBlockCount = places.Length,
            Identifier = structure.Footer.Identifier,
            Parent = structure.Parent,
            FragmentationPercentage = structure.Table is null ? null : Fragmentation(structure.Table, layout),
            Alignment = aligned ? 1 : 0,
            Created = VhdTimestamp.ToTime(structure.Footer.Timestamp),
            Creator = CreatorText(structure.Footer.Creator),
            SavedState = structure.Footer.SavedState,
            Warnings = structure.Warnings,
        };
    }

    private static int Fragmentation(VhdBlockTable table, VhdBlockLayout layout)
    {
        var (blocks, breaks, previousEnd) = (0, 0, -1L);
        for (var block = 0; block < table.Count; block++)
        {
            if (!table.IsAllocated(block))
            {
                continue;
            }

            var start = table.BitmapOffset(block);
            var follows = start >= previousEnd && start - previousEnd < VhdBlockLayout.AlignmentBytes;
            breaks += blocks++ > 0 && !follows ? 1 : 0;
            previousEnd = start + layout.WholeBytes;
        }

        return blocks == 0 ? 0 : (int)(100L * breaks / blocks);
    }

    private static string CreatorText(uint creator)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, creator);
        return Encoding.Latin1.GetString(bytes).TrimEnd('\0');
    }
}
