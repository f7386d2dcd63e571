namespace HyperVLab.Disks.Serving;

/// <summary>What the server answers to an option.</summary>
internal enum NbdOptionReply : uint
{
    /// <summary>Done.</summary>
    Acknowledged = 1,

    /// <summary>An export's name.</summary>
    Server = 2,

    /// <summary>Something about an export.</summary>
    Info = 3,

    /// <summary>Something that can be known of ranges.</summary>
    MetaContext = 4,

    /// <summary>The option is not known or not supported.</summary>
    Unsupported = 0x80000001,

    /// <summary>The option makes no sense.</summary>
    Invalid = 0x80000003,

    /// <summary>There is no such export.</summary>
    Unknown = 0x80000006,

    /// <summary>The option is too long.</summary>
    TooBig = 0x80000009,
}
