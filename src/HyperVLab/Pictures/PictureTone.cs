namespace HyperVLab.Pictures;

/// <summary>What a block holds, as a picture shows it. Of blocks that share a place, the later ones give way.</summary>
internal enum PictureTone
{
    /// <summary>Data of a guest.</summary>
    Data,

    /// <summary>Bytes that belong to no volume: partition tables, gaps.</summary>
    Outside,

    /// <summary>Only free space of a volume.</summary>
    FreeSpace,

    /// <summary>Only zeros.</summary>
    Zeros,

    /// <summary>A place in the file in which nothing was ever written.</summary>
    Bitmap,

    /// <summary>No place in the file.</summary>
    Absent,
}
