using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>Where computers show volumes.</summary>
internal static class VolumeMounts
{
    /// <summary>The mount at a path of a computer, or null.</summary>
    public static VolumeMount? Find(LabState lab, Key<PhysicalComputer> computer, string path)
    {
        foreach (VolumeMount mount in lab.MountsByComputer.Of(computer))
        {
            if (string.Equals(mount.Path, path, StringComparison.OrdinalIgnoreCase))
            {
                return mount;
            }
        }

        return null;
    }

    /// <summary>Where a computer shows a volume, or null.</summary>
    public static VolumeMount? Of(LabState lab, Key<PhysicalComputer> computer, Key<Volume> volume)
    {
        foreach (VolumeMount mount in lab.MountsByComputer.Of(computer))
        {
            if (mount.Volume == volume)
            {
                return mount;
            }
        }

        return null;
    }

    /// <summary>The volumes of a LUN.</summary>
    public static IReadOnlyList<Volume> VolumesOf(LabState lab, Key<Lun> lun) => lab.VolumesByLun.Of(lun);

    /// <summary>Shows a volume at a path of a computer, and nowhere else there.</summary>
    public static void Mount(LabState lab, Key<PhysicalComputer> computer, Key<Volume> volume, string path)
    {
        if (Of(lab, computer, volume) is { } mount)
        {
            mount.MoveTo(path, lab.MountsByComputer);
        }
        else
        {
            lab.VolumeMounts.Add(key => new VolumeMount(key, computer, volume, path));
        }
    }

    /// <summary>Shows the volumes of a LUN on a computer no more.</summary>
    public static void RemoveAll(LabState lab, Key<PhysicalComputer> computer, Key<Lun> lun)
    {
        foreach (VolumeMount mount in lab.VolumeMounts.ToArray())
        {
            if (mount.Computer == computer && lab.Partitions[lab.Volumes[mount.Volume].Partition].Lun == lun)
            {
                lab.VolumeMounts.Remove(mount.Key);
            }
        }
    }
}
