namespace HyperVLab.Disks.Partitions;

/// <summary>A partition as its table describes it; it may leave the disk or overlap another.</summary>
public sealed record DiskPartition
{
    /// <summary>
    /// Its number: the place in the table from 1, and from 5 on for logical partitions; 0 for a disk without a table.
    /// </summary>
    public int Number { get; init; }

    /// <summary>What it is for, in words; for instance "NTFS or exFAT" or "Linux file system".</summary>
    public required string Type { get; init; }

    /// <summary>Its type as the table has it: "0x07", or a GUID; empty for a disk without a table.</summary>
    public required string TypeCode { get; init; }

    /// <summary>The name that a GPT gives it; otherwise empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where it starts on the disk, in bytes.</summary>
    public long OffsetBytes { get; init; }

    /// <summary>Its size in bytes.</summary>
    public long SizeBytes { get; init; }

    /// <summary>Whether a BIOS starts from it.</summary>
    public bool IsActive { get; init; }

    /// <summary>Whether it is the container of logical partitions, and so no volume itself.</summary>
    public bool IsExtended { get; init; }

    /// <summary>Its unique identifier in a GPT; otherwise empty.</summary>
    public Guid Identifier { get; init; }

    /// <summary>The first byte of the disk after it.</summary>
    public long EndBytes => OffsetBytes + SizeBytes;
}
