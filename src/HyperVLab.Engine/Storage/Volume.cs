using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;


/// <summary>What a partition holds: a file system with its capacity, or nothing yet.</summary>
public sealed class Volume : IEntity<Volume>
{
    internal Volume(Key<Volume> key, Key<Partition> partition, Guid id)
    {
        Key = key;
        Partition = partition;
        Id = id;
        Label = string.Empty;
    }

    /// <inheritdoc/>
    public Key<Volume> Key { get; private set; }

    /// <summary>The partition.</summary>
    public Key<Partition> Partition { get; private set; }

    /// <summary>The file system.</summary>
    public VolumeFileSystem FileSystem { get; private set; }

    /// <summary>The label, empty where it has none.</summary>
    public string Label { get; private set; }

    /// <summary>What the file system has to give, in bytes; 0 while RAW.</summary>
    public long SizeBytes { get; private set; }

    /// <summary>The cluster of the file system: what a file takes is a multiple of it.</summary>
    public int AllocationUnitSizeBytes { get; private set; }

    /// <summary>What files and the file system itself take, in bytes.</summary>
    public long UsedBytes { get; private set; }

    /// <summary>By which Windows knows it whatever its letter is.</summary>
    public Guid Id { get; private set; }

    /// <summary>What is left, in bytes; never negative.</summary>
    public long FreeBytes => SizeBytes - UsedBytes;

    /// <summary>Makes an empty file system.</summary>
    internal void Format(
        VolumeFileSystem fileSystem, string label, long sizeBytes, int allocationUnitSizeBytes, long usedBytes)
    {
        FileSystem = fileSystem;
        Label = label;
        SizeBytes = sizeBytes;
        AllocationUnitSizeBytes = allocationUnitSizeBytes;
        UsedBytes = usedBytes;
    }

    /// <summary>What a file of that length takes, in bytes.</summary>
    internal long Rounded(long bytes) =>
        (bytes + AllocationUnitSizeBytes - 1) / AllocationUnitSizeBytes * AllocationUnitSizeBytes;

    /// <summary>Takes room, or gives it back where negative.</summary>
    /// <exception cref="InvalidOperationException">There is not so much: the caller has not asked before.</exception>
    internal void Use(long bytes)
    {
        if (bytes > FreeBytes || UsedBytes + bytes < 0)
        {
            throw new InvalidOperationException($"{Key} cannot take {bytes} bytes more: {FreeBytes} are free.");
        }

        UsedBytes += bytes;
    }
}
