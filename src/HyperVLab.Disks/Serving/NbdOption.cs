namespace HyperVLab.Disks.Serving;

/// <summary>What a client asks while it and the server agree on how to go on.</summary>
internal enum NbdOption : uint
{
    /// <summary>Take this export, without a word on what is wrong with it.</summary>
    ExportName = 1,

    /// <summary>End the session.</summary>
    Abort = 2,

    /// <summary>Name the exports.</summary>
    List = 3,

    /// <summary>Go on under TLS.</summary>
    StartTls = 5,

    /// <summary>Describe an export.</summary>
    Info = 6,

    /// <summary>Describe an export and take it.</summary>
    Go = 7,

    /// <summary>Answer in parts.</summary>
    StructuredReply = 8,

    /// <summary>Name what can be known of ranges.</summary>
    ListMetaContext = 9,

    /// <summary>Choose what is to be known of ranges.</summary>
    SetMetaContext = 10,
}
