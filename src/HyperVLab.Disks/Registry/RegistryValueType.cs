namespace HyperVLab.Disks.Registry;

/// <summary>
/// What the data of a value is meant to be. Any other number is allowed: SAM keeps account numbers here, so types are
/// taken as they are.
/// </summary>
public enum RegistryValueType
{
    /// <summary>REG_NONE: nothing said.</summary>
    None = 0,

    /// <summary>REG_SZ: UTF-16 text, ended by a zero character.</summary>
    Text = 1,

    /// <summary>REG_EXPAND_SZ: text with environment variables in it.</summary>
    ExpandableText = 2,

    /// <summary>REG_BINARY: bytes.</summary>
    Binary = 3,

    /// <summary>REG_DWORD: a number of four bytes, little-endian.</summary>
    Number32 = 4,

    /// <summary>REG_DWORD_BIG_ENDIAN: a number of four bytes, big-endian.</summary>
    Number32BigEndian = 5,

    /// <summary>REG_LINK: UTF-16 text without an end, the target of a symbolic link.</summary>
    Link = 6,

    /// <summary>REG_MULTI_SZ: texts, each ended by a zero character, one more at the end.</summary>
    Texts = 7,

    /// <summary>REG_RESOURCE_LIST: resources of hardware.</summary>
    ResourceList = 8,

    /// <summary>REG_FULL_RESOURCE_DESCRIPTOR: resources of hardware.</summary>
    FullResourceDescriptor = 9,

    /// <summary>REG_RESOURCE_REQUIREMENTS_LIST: resources of hardware.</summary>
    ResourceRequirementsList = 10,

    /// <summary>REG_QWORD: a number of eight bytes, little-endian.</summary>
    Number64 = 11,
}
