using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Clustering;

/// <summary>Sends all I/O to a shared volume through its coordinator: by hand, or because of a backup.</summary>
internal static class SharedVolumeService
{
    /// <summary>Sends it through the coordinator because an administrator wants it, or no more.</summary>
    public static void RedirectByHand(LabState lab, ClusterSharedVolume shared, bool isRedirected)
    {
        lab.Luns[shared.Lun].RedirectByHand(isRedirected);
        VolumeRoutes.Changed(lab, shared.Lun);
        Report(lab, shared, isRedirected
            ? "Redirected access is turned on: all I/O goes over the network through the node that coordinates it."
            : "Redirected access is turned off.");
    }

    /// <summary>
    /// A backup begins or ends. On 2008 R2 all I/O is redirected meanwhile; from 2012 on the volume is backed up with
    /// direct I/O.
    /// </summary>
    public static void BackUp(LabState lab, ClusterSharedVolume shared, bool isInBackup)
    {
        shared.BackUp(isInBackup);
        bool redirects = isInBackup && ClusterQueries.VersionOf(lab, shared.Cluster) < WindowsVersion.W2012;
        lab.Luns[shared.Lun].BackUp(redirects);
        VolumeRoutes.Changed(lab, shared.Lun);
        Report(lab, shared, isInBackup ? "A backup of it began." : "The backup of it has ended.");
    }

    /// <summary>The coordinator is lost, and with it the snapshot that was backed up.</summary>
    public static void LoseBackup(LabState lab, ClusterSharedVolume shared)
    {
        if (shared.IsInBackup)
        {
            BackUp(lab, shared, isInBackup: false);
        }
    }

    /// <summary>Writes what happened to a volume at its coordinator, or at any member.</summary>
    public static void Report(LabState lab, ClusterSharedVolume shared, string what)
    {
        if (lab.ClusterNodes.Find(shared.OwnerNode) is { } owner)
        {
            ClusterLog.Inform(lab, owner, $"Cluster Shared Volume '{shared.Path}' ('{shared.Name}'): {what}");
        }
    }
}
