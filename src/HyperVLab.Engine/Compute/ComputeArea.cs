using HyperVLab.Engine.Compute.Integration;
using HyperVLab.Engine.Compute.Load;
using HyperVLab.Engine.Compute.Notices;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts.Notices;
using HyperVLab.Engine.Networking.Notices;
using HyperVLab.Engine.Storage.Notices;

namespace HyperVLab.Engine.Compute;

/// <summary>Virtual machines: lifecycle, devices, guests, migration.</summary>
internal sealed class ComputeArea : ILabArea
{
    /// <inheritdoc/>
    public void Hear(LabState lab, LabNotice notice)
    {
        HearMachines(lab, notice);
        HearFlows(lab, notice);
    }

    /// <inheritdoc/>
    public void Describe(ViewCatalogue views)
    {
        views.Add(
            static lab => lab.VirtualMachines,
            VirtualMachineView.Of,
            static vm => vm.Name,
            VMErrors.NoSuchVM,
            static lab => lab.MachinesByName);
        views.Add(static lab => lab.VirtualMachines, VMProcessorView.Of, static vm => vm.Name, VMErrors.NoSuchVM);
        views.Add(
            static lab => lab.VirtualMachines,
            VMIntegrationServicesView.Of,
            notFound: IntegrationErrors.NoSuchService);
        views.Add(
            static lab => lab.VMHardDiskDrives,
            VMHardDiskDriveView.Of,
            notFound: DeviceErrors.NoSuchDrive);
        views.Add(static lab => lab.VMDvdDrives, VMDvdDriveView.Of, notFound: DeviceErrors.NoSuchDvdDrive);
        views.Add(
            static lab => lab.VMNetworkAdapters,
            VMNetworkAdapterView.Of,
            static adapter => adapter.Name,
            DeviceErrors.NoSuchAdapter);
        views.Add(
            static lab => lab.VMSnapshots,
            VMSnapshotView.Of,
            static snapshot => snapshot.Name,
            CheckpointErrors.NoSuchSnapshot);
        views.Add(static lab => lab.Workloads, WorkloadView.Of, notFound: WorkloadErrors.NoSuchWorkload);
        views.Add(static lab => lab.Flows, FlowView.Of, notFound: FlowErrors.NoSuchFlow);
        views.Add(static lab => lab.TcpPorts, TcpPortView.Of, notFound: FlowErrors.NoSuchPort);
        views.Add(static lab => lab.Migrations, MigrationView.Of, static migration => migration.VMName);
    }

    /// <inheritdoc/>
    public void Verify(LabState lab) => ComputeIntegrity.Check(lab);

    private static void HearMachines(LabState lab, LabNotice notice)
    {
        switch (notice)
        {
            case ComputerStopping stopping:
                HostPower.Stopping(lab, stopping.Computer);
                break;
            case ComputerStopped stopped:
                HostPower.Stopped(lab, stopped.Computer);
                HostHangs.Forget(lab, stopped.Computer);
                DiskMerges.Follow(lab, stopped.Computer);
                break;
            case ComputerStarted started:
                HostPower.Started(lab, started.Computer);
                DiskMerges.Follow(lab, started.Computer);
                break;
            case ComputerHung hung:
                HostHangs.Freeze(lab, hung.Computer);
                DiskMerges.Follow(lab, hung.Computer);
                break;
            case ComputerWoke woke:
                HostHangs.Thaw(lab, woke.Computer);
                Checkpoints.GoOn(lab, woke.Computer);
                DiskMerges.Follow(lab, woke.Computer);
                break;
            case AdapterChanged or NetworkImpaired:
                Migrations.FollowNetwork(lab);
                break;
            case AddressOutdated outdated:
                VMAdapters.AskForAddress(lab, outdated.Station);
                break;
            case NetworkAdapterRemoving removing:
                Migrations.LoseAdapter(lab, removing.Adapter);
                break;
            case VirtualSwitchRenamed renamed:
                VMAdapters.FollowName(lab, lab.VirtualSwitches[renamed.VirtualSwitch]);
                break;
            case VirtualSwitchRemoving leaving:
                VMAdapters.LetGo(lab, lab.VirtualSwitches[leaving.VirtualSwitch]);
                break;
            case JobStopping stopping:
                Migrations.Cancel(lab, stopping.Job);
                Checkpoints.Cancel(lab, stopping.Job);
                break;
            case VMStateChanged change:
                Workloads.Settle(lab, lab.VirtualMachines[change.VM]);
                DiskMerges.Follow(lab, lab.VirtualMachines[change.VM]);
                break;
            case VMRemoved removed:
                Workloads.Remove(lab, lab.VirtualMachines[removed.VM]);
                break;
            case MigrationEnded ended when lab.VirtualMachines.Find(lab.Migrations[ended.Migration].VM) is { } vm:
                Workloads.Settle(lab, vm);
                DiskMerges.Follow(lab, vm);
                break;
            default:
                HearStorage(lab, notice);
                break;
        }
    }

    // What is sent over a network goes its way anew after whatever changes ways, and after the machines have followed.
    private static void HearFlows(LabState lab, LabNotice notice)
    {
        switch (notice)
        {
            case ComputerStopping { Computer: var computer }:
                FlowEnds.ShutDown(lab, new LoadEnd(null, computer));
                break;
            case ComputerStopped { Computer: var computer }:
                FlowEnds.Lose(lab, new LoadEnd(null, computer));
                break;
            case VMRemoved { VM: var vm }:
                FlowEnds.Forget(lab, vm);
                TcpPorts.Forget(lab, lab.VirtualMachines[vm]);
                break;
            case JobStopping { Job: var job }:
                FlowEnds.Cancel(lab, job);
                break;
            case AdapterChanged or NetworkImpaired or TrafficDisturbed or VMStateChanged or MigrationHandedOver
                or MigrationEnded or ComputerStarted or ComputerHung or ComputerWoke or GuestHung:
                Flows.Settle(lab);
                break;
            default:
                break;
        }
    }

    private static void HearStorage(LabState lab, LabNotice notice)
    {
        switch (notice)
        {
            case VolumeRouteChanged changed:
                Workloads.SettleVolume(lab, changed.Volume);
                LostDisks.Follow(lab, changed.Volume);
                DiskMerges.Follow(lab);
                break;
            case LunRouteChanged changed:
                Workloads.SettleLun(lab, changed.Lun);
                LostDisks.Follow(lab, changed.Lun);
                break;
            case VolumeFullnessChanged change:
                FullVolumes.Changed(lab, change);
                Workloads.SettleVolume(lab, change.Volume);
                DiskMerges.Follow(lab);
                break;
            case StoredDiskMerged merge:
                Workloads.FollowMerge(lab, merge.Merged, lab.StoredFiles[merge.Into]);
                break;
            case StoredFileDeleted deleted:
                VMFiles.Forget(lab, lab.StoredFiles[deleted.File]);
                CheckpointFiles.Forget(lab, deleted.File);
                DiskMerges.Forget(lab, deleted.File);
                Workloads.Forget(lab, deleted.File);
                break;
            default:
                break;
        }
    }
}
