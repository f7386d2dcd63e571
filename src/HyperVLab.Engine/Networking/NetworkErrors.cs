using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Networking;

/// <summary>What the network refuses.</summary>
internal static class NetworkErrors
{
    public static readonly LabError PingSourceStopped = new(
        "PingSourceStopped", "TestConnectionException", LabErrorCategory.ResourceUnavailable,
        "{0}, which sent the pings, went down.");
}
