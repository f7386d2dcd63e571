namespace HyperVLab.Disks.Registry;

/// <summary>The flags of a key's cell that mean something here; others are kept as they are.</summary>
[Flags]
internal enum KeyFlags
{
    /// <summary>The root of the hive.</summary>
    Root = 0x4,

    /// <summary>Windows refuses to delete the key.</summary>
    NoDelete = 0x8,

    /// <summary>A symbolic link; its value SymbolicLinkValue names the target.</summary>
    SymbolicLink = 0x10,

    /// <summary>The name has one byte for each character.</summary>
    CompressedName = 0x20,

    /// <summary>A handle stands where other keys count their values.</summary>
    PredefinedHandle = 0x40,
}
