namespace HyperVLab.Engine.Networking;

/// <summary>What became of a ping; the names are those of IPStatus.</summary>
public enum PingStatus
{
    /// <summary>The target answered.</summary>
    Success,

    /// <summary>Nothing came back in time.</summary>
    TimedOut,

    /// <summary>The pinging computer itself says that nobody has the address.</summary>
    DestinationHostUnreachable,

    /// <summary>The pinging computer itself says that no route leads there.</summary>
    DestinationNetworkUnreachable,

    /// <summary>The name has no address.</summary>
    UnknownHost,

    /// <summary>The target said that nobody listens at the port.</summary>
    ConnectionRefused,

    /// <summary>A router on the way says that it was forwarded too often.</summary>
    TtlExpired,
}
