namespace HyperVLab.Pictures;

/// <summary>What a block holds, as a picture shows it. Of two that share a cell evenly, the former is shown.</summary>
internal enum PictureTone
{
    /// <summary>Data that somebody uses.</summary>
    Data,

    /// <summary>Data of a volume of which it is not certain what it uses.</summary>
    Unsure,

    /// <summary>Bytes that belong to no volume: partition tables, gaps.</summary>
    Outside,

    /// <summary>Only free space of volumes.</summary>
    FreeSpace,

    /// <summary>Free space of volumes, and zeros.</summary>
    FreeOrZeros,

    /// <summary>Only zeros.</summary>
    Zeros,

    /// <summary>A place in the file in which nothing was ever written.</summary>
    Unused,

    /// <summary>No place in the file.</summary>
    Absent,
}
