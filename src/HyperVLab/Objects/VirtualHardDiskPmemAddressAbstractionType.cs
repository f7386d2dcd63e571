namespace HyperVLab.Objects;

/// <summary>
/// How the blocks of persistent memory in a virtual hard disk are addressed; the real module's values.
/// </summary>
public enum VirtualHardDiskPmemAddressAbstractionType
{
    /// <summary>As they are.</summary>
    None = 0,

    /// <summary>Through a block translation table.</summary>
    BTT = 1,

    /// <summary>Nobody knows.</summary>
    Unknown = 65535,
}
