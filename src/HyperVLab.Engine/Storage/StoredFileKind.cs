namespace HyperVLab.Engine.Storage;

/// <summary>What a file in a volume is for.</summary>
public enum StoredFileKind
{
    /// <summary>A virtual hard disk, whose bytes are kept.</summary>
    VirtualHardDisk,

    /// <summary>A virtual machine's configuration.</summary>
    VMConfiguration,

    /// <summary>A virtual machine's memory: reserved while it runs, filled when it is saved.</summary>
    VMSavedState,

    /// <summary>Anything else, without bytes.</summary>
    Other,

    /// <summary>Any other file whose bytes are kept, such as an ISO or a script.</summary>
    Content,
}
