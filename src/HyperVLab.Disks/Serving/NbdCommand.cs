namespace HyperVLab.Disks.Serving;

/// <summary>What a client asks of an export.</summary>
internal enum NbdCommand : ushort
{
    /// <summary>Send bytes.</summary>
    Read = 0,

    /// <summary>Keep the bytes that follow.</summary>
    Write = 1,

    /// <summary>End the session when everything is answered.</summary>
    Disconnect = 2,

    /// <summary>Make durable what was answered.</summary>
    Flush = 3,

    /// <summary>A range is not needed any more.</summary>
    Trim = 4,

    /// <summary>A range will be asked for.</summary>
    Cache = 5,

    /// <summary>Make a range zeros.</summary>
    WriteZeroes = 6,

    /// <summary>Say what is known of a range.</summary>
    BlockStatus = 7,
}
