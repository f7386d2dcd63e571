using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// Whether adapters of hosts can talk with each other now, for heartbeats. Asking changes and learns nothing.
/// </summary>
internal static class HostLinks
{
    /// <summary>
    /// Whether frames get from one adapter to the other and back, and both computers' operating systems run.
    /// </summary>
    public static bool Connected(LabState lab, Key<NetworkAdapter> one, Key<NetworkAdapter> other) =>
        lab.NetworkAdapters.Find(one) is { } first && lab.NetworkAdapters.Find(other) is { } second
        && Endpoint.Of(lab, first) is { IsUp: true } near && Endpoint.Of(lab, second) is { IsUp: true } far
        && Fabric.InOneDomain(lab, near, far)
        && NetworkFaults.LossPercent(lab, near, far) < NetworkSettings.DeafeningLossPercent
        && NetworkFaults.LossPercent(lab, far, near) < NetworkSettings.DeafeningLossPercent;
}
