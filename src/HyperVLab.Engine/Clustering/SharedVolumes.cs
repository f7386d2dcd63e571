using System.Globalization;
using HyperVLab.Engine.Clustering.Events;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>Cluster shared volumes: where they are mounted, and which node coordinates them.</summary>
internal static class SharedVolumes
{
    /// <summary>Makes a disk of Available Storage a shared volume: its letter goes, every member mounts it.</summary>
    public static ClusterSharedVolume Add(LabState lab, Cluster cluster, ClusterResource disk)
    {
        Key<Lun> lun = disk.Lun!.Value;
        Volume volume = ClusterDisks.VolumeOf(lab, lun)!;
        ClusterNode owner = lab.ClusterNodes[lab.ClusterGroups[disk.Group].OwnerNode];
        string path = string.Create(
            CultureInfo.InvariantCulture, $@"{ClusterSettings.SharedVolumesRoot}\Volume{cluster.IssueVolumeNumber()}");
        ClusterSharedVolume shared = lab.ClusterSharedVolumes.Add(
            key => new ClusterSharedVolume(key, cluster.Key, disk, lun, volume.Key, path));
        lab.ClusterResources.Remove(disk.Key);
        lab.Luns[lun].Share(isSharedVolume: true);
        ClusterDisks.Unmount(lab, volume.Key);
        foreach (ClusterNode node in ClusterQueries.LivingOf(lab, cluster.Key))
        {
            Mount(lab, node, shared);
        }

        Give(lab, shared, owner);
        return shared;
    }

    /// <summary>Makes a shared volume an ordinary disk of Available Storage again.</summary>
    public static ClusterResource Remove(LabState lab, Cluster cluster, ClusterSharedVolume shared)
    {
        ClusterGroup storage = ClusterQueries.CoreGroupOf(lab, cluster.Key, GroupType.AvailableStorage);
        lab.Cancel(shared.Sequence);
        ClusterDisks.Unmount(lab, shared.Volume);
        lab.Luns[shared.Lun].Share(isSharedVolume: false);
        VolumeRoutes.Changed(lab, shared.Lun);
        lab.ClusterSharedVolumes.Remove(shared.Key);
        ClusterResource disk = ClusterFactory.AddResource(lab, storage, shared.Name, ClusterResourceType.PhysicalDisk);
        disk.Keep(shared.Lun);
        disk.Want(online: true);
        ResourceEffects.ComeOnline(lab, storage, disk);
        disk.Enter(ClusterResourceState.Online);
        return disk;
    }

    /// <summary>Shows a node, which became a member, every shared volume.</summary>
    public static void MountOn(LabState lab, ClusterNode node)
    {
        foreach (ClusterSharedVolume shared in ClusterQueries.VolumesOf(lab, node.Cluster))
        {
            Mount(lab, node, shared);
        }
    }

    /// <summary>Shows a node a volume that is not in maintenance.</summary>
    public static void Mount(LabState lab, ClusterNode node, ClusterSharedVolume shared)
    {
        LunReservations.Register(lab, shared.Lun, node.Computer);
        if (shared.Maintenance != MaintenancePhase.On && VolumeMounts.Of(lab, node.Computer, shared.Volume) is null)
        {
            lab.VolumeMounts.Add(key => new VolumeMount(key, node.Computer, shared.Volume, shared.Path));
            VolumeRoutes.Changed(lab, shared.Lun);
        }
    }

    /// <summary>Takes the shared volumes out of a node's sight, because its service stops.</summary>
    public static void UnmountFrom(LabState lab, ClusterNode node)
    {
        foreach (ClusterSharedVolume shared in ClusterQueries.VolumesOf(lab, node.Cluster))
        {
            if (StorageReach.CanReach(lab, node.Computer, shared.Lun))
            {
                LunReservations.Remove(lab, shared.Lun, node.Computer);
            }

            if (VolumeMounts.Of(lab, node.Computer, shared.Volume) is { } mount)
            {
                lab.VolumeMounts.Remove(mount.Key);
                VolumeRoutes.Changed(lab, shared.Lun);
            }
        }
    }

    /// <summary>
    /// The members preempt the registration of a node that they removed: whatever it still writes to a shared volume
    /// fails. Who reaches no disk preempts nothing.
    /// </summary>
    public static void Fence(LabState lab, ClusterNode lost, IReadOnlyList<ClusterNode> members)
    {
        foreach (ClusterSharedVolume shared in lab.ClusterSharedVolumes)
        {
            if (shared.Cluster == lost.Cluster
                && members.Any(member => StorageReach.CanReach(lab, member.Computer, shared.Lun)))
            {
                LunReservations.Remove(lab, shared.Lun, lost.Computer);
            }
        }
    }

    /// <summary>Gives a volume whose owner is lost, or reaches its disk no more, to a member that does.</summary>
    public static void Recover(LabState lab, ClusterSharedVolume shared)
    {
        IReadOnlyList<ClusterNode> living = ClusterQueries.LivingOf(lab, shared.Cluster);
        bool IsFit(Key<ClusterNode>? key) => living.Any(
            node => node.Key == key && StorageReach.CanReach(lab, node.Computer, shared.Lun));
        if (IsFit(shared.NextOwner)
            || (shared is { NextOwner: null, State: ClusterResourceState.Online } && IsFit(shared.OwnerNode)))
        {
            return;
        }

        ClusterNode? heir = living.Where(node => IsFit(node.Key))
            .OrderBy(node => node.Departure is null ? 0 : 1)
            .ThenBy(node => OwnedBy(lab, node.Key))
            .ThenBy(node => node.Number)
            .FirstOrDefault();
        SharedVolumeService.LoseBackup(lab, shared);
        if (heir is not null)
        {
            BeginMove(lab, shared, heir);
            return;
        }

        GiveUpMove(lab, shared, living.Count == 0 ? ClusterResourceState.Offline : ClusterResourceState.Failed);
        lab.Luns[shared.Lun].Pause(false);
        LunReservations.Give(lab, shared.Lun, null);
    }

    /// <summary>Lets another node coordinate a volume in a moment; nothing on it stops meanwhile.</summary>
    public static void BeginMove(
        LabState lab, ClusterSharedVolume shared, ClusterNode target, Key<LabJob>? job = null)
    {
        lab.Fail(
            shared.Job, ClusterErrors.NodeLost, shared.Name, shared.Name, lab.NameOf(shared.NextOwner ?? target.Key));
        lab.Cancel(shared.Sequence);
        shared.BeginMove(
            target.Key, lab.Schedule(ClusterSettings.SharedVolumeMove, new SharedVolumeMoved(shared.Key)), job);
        lab.Luns[shared.Lun].Pause(lab.Guards.PausesDuringOwnerChange);
        VolumeRoutes.Changed(lab, shared.Lun);
    }

    /// <summary>The new owner is ready.</summary>
    public static void EndMove(LabState lab, ClusterSharedVolume shared)
    {
        if (lab.ClusterNodes.Find(shared.NextOwner) is not { } node || !node.IsMember
            || !ClusterQueries.IsAlive(lab, node))
        {
            LoseHeir(lab, shared);
            return;
        }

        Key<LabJob>? job = shared.Job;
        Give(lab, shared, node);
        lab.Complete(job);
        Departures.Continue(lab, shared.Cluster);
    }

    /// <summary>The node that was becoming a volume's owner is lost, or leaves: another takes the volume.</summary>
    public static void LoseHeir(LabState lab, ClusterSharedVolume shared)
    {
        GiveUpMove(lab, shared, ClusterResourceState.Offline);
        Recover(lab, shared);
    }

    /// <summary>
    /// Networks changed: whoever reads and writes through a coordinator may do so in another way, or not at all.
    /// </summary>
    public static void LinksChanged(LabState lab)
    {
        foreach (ClusterSharedVolume shared in lab.ClusterSharedVolumes)
        {
            if (IsSomebodyRedirected(lab, shared))
            {
                VolumeRoutes.Changed(lab, shared.Lun);
            }
        }
    }

    /// <summary>How many volumes a node coordinates, or is about to.</summary>
    public static int OwnedBy(LabState lab, Key<ClusterNode> node) =>
        lab.ClusterSharedVolumes.Count(volume => (volume.NextOwner ?? volume.OwnerNode) == node);

    private static void GiveUpMove(LabState lab, ClusterSharedVolume shared, ClusterResourceState state)
    {
        lab.Cancel(shared.Sequence);
        lab.Fail(
            shared.Job, ClusterErrors.NodeLost, shared.Name, shared.Name, lab.NameOf(shared.NextOwner ?? default));
        shared.Lose(state);
    }

    private static bool IsSomebodyRedirected(LabState lab, ClusterSharedVolume shared)
    {
        if (lab.Luns[shared.Lun].IsRedirected)
        {
            return true;
        }

        foreach (ClusterNode node in lab.ClusterNodes)
        {
            if (node.Cluster == shared.Cluster && node.IsMember
                && !StorageReach.CanReach(lab, node.Computer, shared.Lun))
            {
                return true;
            }
        }

        return false;
    }

    private static void Give(LabState lab, ClusterSharedVolume shared, ClusterNode node)
    {
        shared.BeOwnedBy(node.Key);
        lab.Luns[shared.Lun].Pause(false);
        LunReservations.Give(lab, shared.Lun, node.Computer);
        VolumeRoutes.Changed(lab, shared.Lun);
        ClusterLog.Inform(
            lab, node,
            $"Cluster Shared Volume '{shared.Path}' ('{shared.Name}') is coordinated by node '{node.Name}'.");
    }
}
