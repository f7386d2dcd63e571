using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Notices;
using HyperVLab.Engine.Storage.Notices;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>Arrays, LUNs and paths, disks, volumes and files.</summary>
internal sealed class StorageArea : ILabArea
{
    /// <inheritdoc/>
    public void Hear(LabState lab, LabNotice notice)
    {
        switch (notice)
        {
            case ComputerAdded added:
                Equip(lab, lab.Computers[added.Computer]);
                break;
            case OperatingSystemInstalled installed:
                SystemVolume.Prepare(lab, lab.Computers[installed.Computer]);
                break;
            case ComputerStarted started:
                DiskScan.Run(lab, lab.Computers[started.Computer], isBoot: true);
                VolumeRoutes.ChangedFor(lab, started.Computer);
                break;
            case ComputerStopped stopped:
                DiskMounts.RemoveAll(lab, stopped.Computer);
                VolumeRoutes.ChangedFor(lab, stopped.Computer);
                break;
            case ComputerHung hung:
                VolumeRoutes.ChangedFor(lab, hung.Computer);
                break;
            case ComputerWoke woke:
                DiskMounts.RemoveUnreachable(lab);
                VolumeRoutes.ChangedFor(lab, woke.Computer);
                break;
            case StoredFileDeleted deleted:
                Dismount(lab, deleted.File);
                break;
            case StoragePathChanged changed:
                VolumeRoutes.ChangedFor(lab, lab.StoragePaths[changed.Path]);
                break;
            case LunReachChanged changed:
                VolumeRoutes.Changed(lab, changed.Lun);
                break;
            case VolumeRouteChanged changed:
                DiskMounts.RemoveUnreachable(lab, changed.Volume);
                break;
            case ComputerRenamed renamed:
                Rename(lab, lab.Computers[renamed.Computer]);
                break;
            default:
                break;
        }
    }

    /// <inheritdoc/>
    public void Describe(ViewCatalogue views)
    {
        views.Add(
            static lab => lab.StorageArrays, StorageArrayView.Of, static array => array.Name, DiskErrors.NoSuchArray);
        views.Add(static lab => lab.Luns, LunView.Of, static lun => lun.Name, DiskErrors.NoSuchLun);
        views.Add(static lab => lab.LunMappings, LunMappingView.Of);
        views.Add(static lab => lab.StoragePaths, StoragePathView.Of);
        views.Add(static lab => lab.HostDisks, DiskView.Of);
        views.Add(static lab => lab.Partitions, PartitionView.Of);
        views.Add(static lab => lab.Volumes, VolumeView.Of);
        views.Add(
            static lab => lab.StoredFiles, StoredFileView.Of, static file => file.Name, FileErrors.NoSuchFile);
        views.Add(static lab => lab.SmbShares, SmbShareView.Of, static share => share.Name, FileErrors.NoSuchShare);
    }

    /// <inheritdoc/>
    public void Verify(LabState lab) => StorageIntegrity.Check(lab);

    private static void Equip(LabState lab, PhysicalComputer computer)
    {
        ArrayFactory.AddLocal(lab, computer);
        foreach (StorageArray array in lab.StorageArrays)
        {
            ArrayFactory.Connect(lab, array, computer);
        }
    }

    private static void Dismount(LabState lab, Key<StoredFile> file)
    {
        if (VirtualDiskFiles.Find(lab, file) is { Mount: not null } disk)
        {
            DiskMounts.Remove(lab, disk);
        }
    }

    private static void Rename(LabState lab, PhysicalComputer computer)
    {
        foreach (StorageArray array in lab.StorageArrays)
        {
            if (array.LocalTo == computer.Key)
            {
                array.Rename(ArrayFactory.LocalName(computer.Name));
                foreach (Lun lun in lab.Luns)
                {
                    if (lun.Array == array.Key)
                    {
                        lun.Rename(array.Name);
                    }
                }
            }
        }
    }
}
