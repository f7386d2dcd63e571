using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Clustering;

/// <summary>The setting EnableSharedVolumes of a cluster.</summary>
internal static class SharedVolumeSetting
{
    /// <summary>Enables them, and shows what they are for.</summary>
    public const string Enabled = "Enabled";

    /// <summary>Enables them; the notice was read.</summary>
    public const string NoticeRead = "Enabled/NoticeRead";

    /// <summary>Disables them.</summary>
    public const string Disabled = "Disabled";

    /// <summary>Refuses a setting that is none, or that the cluster cannot have.</summary>
    /// <exception cref="LabException">It cannot.</exception>
    public static void Demand(LabState lab, Cluster cluster, string setting)
    {
        if (!IsEnabling(setting) && !ClusterNames.AreSame(setting, Disabled))
        {
            throw GroupErrors.SharedVolumeSetting.For(cluster.Name, setting);
        }

        foreach (ClusterNode node in ClusterQueries.NodesOf(lab, cluster.Key))
        {
            if (IsEnabling(setting)
                && lab.Computers[node.Computer].Edition is { HasClusterSharedVolumes: false } edition)
            {
                throw GroupErrors.NoSharedVolumesInEdition.For(node.Name, node.Name, edition.Name);
            }
        }

        if (!IsEnabling(setting) && ClusterQueries.VolumesOf(lab, cluster.Key) is [{ } volume, ..])
        {
            throw GroupErrors.SharedVolumesInUse.For(cluster.Name, cluster.Name, volume.Name);
        }
    }

    /// <summary>Applies it.</summary>
    public static void Apply(LabState lab, Cluster cluster, string setting, LabJob job)
    {
        cluster.AllowSharedVolumes(IsEnabling(setting));
        if (ClusterNames.AreSame(setting, Enabled)
            && ClusterQueries.VersionOf(lab, cluster.Key) <= WindowsVersion.W2008R2)
        {
            job.Warn(ClusterTexts.SharedVolumesNotice);
        }
    }

    private static bool IsEnabling(string setting) =>
        ClusterNames.AreSame(setting, Enabled) || ClusterNames.AreSame(setting, NoticeRead);
}
