namespace HyperVLab.Disks.Serving;

/// <summary>The fixed numbers of the NBD protocol, as its document proto.md names them. All are big-endian.</summary>
internal static class NbdMagic
{
    /// <summary>What a server says first: "NBDMAGIC".</summary>
    public const ulong Server = 0x4e42444d41474943;

    /// <summary>What starts every option: "IHAVEOPT".</summary>
    public const ulong Option = 0x49484156454F5054;

    /// <summary>What starts every reply to an option.</summary>
    public const ulong OptionReply = 0x3e889045565a9;

    /// <summary>What starts every request.</summary>
    public const uint Request = 0x25609513;

    /// <summary>What starts a reply without parts.</summary>
    public const uint SimpleReply = 0x67446698;

    /// <summary>What starts each part of a structured reply.</summary>
    public const uint StructuredReply = 0x668e33ef;
}
