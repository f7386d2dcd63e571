using HyperVLab.Disks;
using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Storage;
using HyperVLab.Pictures;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>
/// Which blocks a virtual hard disk had when it was read, what they held and what Optimize-LabVHD would do with them,
/// as Get-LabVHDMap writes it.
/// </summary>
public sealed class VirtualHardDiskMap
{
    private readonly BlockPicture _picture;

    internal VirtualHardDiskMap(OpenedDisk disk, DiskMap map, CompactionMode mode, LabHandle? handle)
    {
        (ComputerName, Path, LocalPath) = (disk.ComputerName, disk.Path, disk.LocalPath);
        (VhdFormat, VhdType) = (disk.Disk.Format, disk.Disk.Type);
        (Size, FileSize, BlockSize) = (map.SizeBytes, disk.Disk.FileSizeBytes, map.BlockSizeBytes);
        Mode = mode;
        Handle = handle;
        Range = [.. MapRanges.Of(map, VhdType == VhdType.Fixed)];
        _picture = MapRanges.Picture(this, map);
    }

    /// <summary>The host by whose path the disk was read, or this computer.</summary>
    public string ComputerName { get; }

    /// <summary>The path of the disk there.</summary>
    public string Path { get; }

    /// <summary>The disk's file on this computer.</summary>
    public string LocalPath { get; }

    /// <summary>The disk's format.</summary>
    public VhdFormat VhdFormat { get; }

    /// <summary>How the disk keeps its bytes.</summary>
    public VhdType VhdType { get; }

    /// <summary>What a compaction would look for.</summary>
    public CompactionMode Mode { get; }

    /// <summary>The size that a guest sees, in bytes.</summary>
    public long Size { get; }

    /// <summary>The length of the file in bytes, without parents.</summary>
    public long FileSize { get; }

    /// <summary>The size of a block in bytes; for a fixed disk the step in which it was looked at.</summary>
    public int BlockSize { get; }

    /// <summary>How many blocks the disk has.</summary>
    public long BlockCount => _picture.BlockCount;

    /// <summary>How many blocks have a place in the file.</summary>
    public long AllocatedBlockCount => CountOf(static range => range.Fate != BlockOutcome.None);

    /// <summary>How many blocks Optimize-LabVHD would take out of the file.</summary>
    public long FreedBlockCount => CountOf(static range => range.Fate == BlockOutcome.Freed);

    /// <summary>How much that is, in bytes.</summary>
    public long FreedBytes => FreedBlockCount * BlockSize;

    /// <summary>All blocks in rising order, those that are alike together.</summary>
    public VirtualHardDiskRange[] Range { get; }

    internal LabHandle? Handle { get; }

    internal BlockPicture Picture => _picture;

    /// <summary>Draws the map in characters.</summary>
    /// <param name="width">How many characters a line may have.</param>
    /// <param name="coloured">Whether to colour it; letters tell the blocks apart otherwise.</param>
    public string Draw(int width, bool coloured) => TextPicture.Draw(_picture, width, coloured);

    /// <summary>The disk's path.</summary>
    public override string ToString() => Path;

    private long CountOf(Func<VirtualHardDiskRange, bool> where) => Range.Where(where).Sum(static range => range.Count);
}
