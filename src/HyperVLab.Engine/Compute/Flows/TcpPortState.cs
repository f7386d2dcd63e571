namespace HyperVLab.Engine.Compute;

/// <summary>What becomes of a request to connect to a port.</summary>
public enum TcpPortState
{
    /// <summary>Somebody listens there, and the firewall lets it in.</summary>
    Listening,

    /// <summary>Nobody listens there, and the firewall lets it in: it is refused.</summary>
    Closed,

    /// <summary>The firewall does not answer, as that of Windows does where no rule lets something in.</summary>
    Filtered,
}
