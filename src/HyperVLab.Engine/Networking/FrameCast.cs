namespace HyperVLab.Engine.Networking;

/// <summary>For how many a frame is.</summary>
internal enum FrameCast
{
    /// <summary>One address.</summary>
    Unicast,

    /// <summary>Whoever belongs to a group.</summary>
    Multicast,

    /// <summary>Everybody.</summary>
    Broadcast,
}
