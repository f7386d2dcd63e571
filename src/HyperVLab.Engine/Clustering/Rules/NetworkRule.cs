namespace HyperVLab.Engine.Clustering.Rules;

/// <summary>Gives cluster networks their roles and metrics.</summary>
internal static class NetworkRule
{
    /// <summary>
    /// A network with a default gateway serves clients too; iSCSI networks are left to the administrator.
    /// </summary>
    public static ClusterNetworkRole RoleOf(bool hasGateway) =>
        hasGateway ? ClusterNetworkRole.ClusterAndClient : ClusterNetworkRole.Cluster;

    /// <summary>
    /// The metrics of networks in their order: from 1,000 without a gateway, from 10,000 with one, 100 apart. The
    /// cluster prefers the lowest.
    /// </summary>
    public static IReadOnlyList<int> MetricsOf(IReadOnlyList<bool> haveGateways)
    {
        var metrics = new int[haveGateways.Count];
        (int privateNext, int publicNext) = (ClusterSettings.PrivateMetric, ClusterSettings.PublicMetric);
        for (int index = 0; index < metrics.Length; index++)
        {
            ref int next = ref haveGateways[index] ? ref publicNext : ref privateNext;
            metrics[index] = next;
            next += ClusterSettings.MetricStep;
        }

        return metrics;
    }
}
