using HyperVLab.Engine.Networking;

namespace HyperVLab.Engine.Clustering.Views;

/// <summary>Works out how cluster networks and their interfaces stand.</summary>
internal static class ClusterNetworkStates
{
    /// <summary>The state of an interface.</summary>
    public static ClusterNetworkInterfaceState Of(LabState lab, ClusterNetworkInterface one)
    {
        if (!ClusterQueries.IsAlive(lab, lab.ClusterNodes[one.Node]))
        {
            return ClusterNetworkInterfaceState.Unavailable;
        }

        if (lab.NetworkAdapters.Find(one.Adapter) is not { IsBound: true } adapter || !Adapters.IsLinkUp(lab, adapter))
        {
            return ClusterNetworkInterfaceState.Failed;
        }

        List<ClusterNetworkInterface> others = [.. lab.ClusterNetworkInterfaces.Where(other =>
            other.Network == one.Network && other.Node != one.Node
                && ClusterQueries.IsAlive(lab, lab.ClusterNodes[other.Node]))];
        return others.Count == 0 || others.Exists(other => HostLinks.Connected(lab, one.Adapter, other.Adapter))
            ? ClusterNetworkInterfaceState.Up
            : ClusterNetworkInterfaceState.Unreachable;
    }

    /// <summary>The state of a network.</summary>
    public static ClusterNetworkState Of(LabState lab, ClusterNetwork network)
    {
        List<ClusterNetworkInterfaceState> states = [.. lab.ClusterNetworkInterfaces
            .Where(one => one.Network == network.Key)
            .Select(one => Of(lab, one))
            .Where(state => state != ClusterNetworkInterfaceState.Unavailable)];
        return states.Count == 0 || network.Role == ClusterNetworkRole.None ? ClusterNetworkState.Unavailable
            : states.TrueForAll(state => state == ClusterNetworkInterfaceState.Up) ? ClusterNetworkState.Up
            : states.Contains(ClusterNetworkInterfaceState.Up)
                || states.Contains(ClusterNetworkInterfaceState.Unreachable) ? ClusterNetworkState.Partitioned
            : ClusterNetworkState.Down;
    }
}
