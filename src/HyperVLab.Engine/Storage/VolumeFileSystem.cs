namespace HyperVLab.Engine.Storage;

/// <summary>With which file system a volume is formatted.</summary>
public enum VolumeFileSystem
{
    /// <summary>None yet.</summary>
    RAW,

    /// <summary>NTFS, the one that clusters and Hyper-V of this era work with.</summary>
    NTFS,

    /// <summary>FAT32: files up to 4 GB, no cluster.</summary>
    FAT32,

    /// <summary>VMware's, on datastores of ESX hosts.</summary>
    VMFS,
}
