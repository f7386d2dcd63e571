namespace HyperVLab.Engine.Networking;

/// <summary>How far a neighbour's MAC address is to be trusted; the names are those of Get-NetNeighbor.</summary>
public enum NeighborState
{
    /// <summary>It answered not long ago.</summary>
    Reachable,

    /// <summary>It has not answered for long, and nothing was sent to it since.</summary>
    Stale,

    /// <summary>Something was sent to it, and its answer is waited for before it is asked.</summary>
    Delay,

    /// <summary>It is being asked.</summary>
    Probe,
}
