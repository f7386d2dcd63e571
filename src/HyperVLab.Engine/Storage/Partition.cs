using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;


/// <summary>A stretch of a LUN, as its partition table says.</summary>
public sealed class Partition : IEntity<Partition>
{
    internal Partition(
        Key<Partition> key, Key<Lun> lun, int number, PartitionType type, long offsetBytes, long sizeBytes)
    {
        Key = key;
        Lun = lun;
        Number = number;
        Type = type;
        OffsetBytes = offsetBytes;
        SizeBytes = sizeBytes;
    }

    /// <inheritdoc/>
    public Key<Partition> Key { get; private set; }

    /// <summary>The LUN.</summary>
    public Key<Lun> Lun { get; private set; }

    /// <summary>Its number on the disk, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>What it is for.</summary>
    public PartitionType Type { get; private set; }

    /// <summary>Where it begins, in bytes.</summary>
    public long OffsetBytes { get; private set; }

    /// <summary>Its size in bytes.</summary>
    public long SizeBytes { get; private set; }

    /// <summary>Where it ends, in bytes.</summary>
    public long EndBytes => OffsetBytes + SizeBytes;
}
