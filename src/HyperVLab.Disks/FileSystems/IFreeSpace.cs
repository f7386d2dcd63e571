using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.FileSystems;

/// <summary>What a volume says it does not use; read piece by piece, since it can be long.</summary>
internal interface IFreeSpace
{
    /// <summary>The free ranges of the disk in rising order, neighbours joined.</summary>
    IEnumerable<ByteRange> Ranges(DiskWork work);
}
