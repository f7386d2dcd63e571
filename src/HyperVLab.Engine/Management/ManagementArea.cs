using HyperVLab.Engine.Clustering.Notices;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Notices;
using HyperVLab.Engine.Hosts.Notices;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Engine.Networking.Notices;
using HyperVLab.Engine.Storage.Notices;

namespace HyperVLab.Engine.Management;

/// <summary>Virtual Machine Manager: servers, host groups and what they manage.</summary>
internal sealed class ManagementArea : ILabArea
{
    /// <inheritdoc/>
    public void Hear(LabState lab, LabNotice notice)
    {
        HearOperations(lab, notice);
        HearTransfers(lab, notice);
        HearLoads(lab, notice);
        VMOwners.Hear(lab, notice);
        HearConversions(lab, notice);
    }

    /// <inheritdoc/>
    public void Describe(ViewCatalogue views)
    {
        views.Add(
            static lab => lab.VmmServers,
            VmmServerView.Of,
            static server => server.Name,
            ManagementErrors.NoSuchServer);
        views.Add(
            static lab => lab.HostGroups, VMHostGroupView.Of, static group => group.Name, ManagementErrors.NoSuchGroup);
        views.Add(
            static lab => lab.HostGroups,
            DynamicOptimizationConfigurationView.Of,
            static group => group.Name,
            ManagementErrors.NoSuchGroup);
        views.Add(
            static lab => lab.PROTips,
            PROTipView.Of,
            static tip => tip.Id.ToString("D"),
            OptimizationErrors.NoSuchTip);
        views.Add(
            static lab => lab.HostGroups,
            PROMonitorConfigurationView.Of,
            static group => group.Name,
            ManagementErrors.NoSuchGroup);
        views.Add(
            static lab => lab.HostGroups, HostReserveView.Of, static group => group.Name, ManagementErrors.NoSuchGroup);
        views.Add(
            static lab => lab.Clusters,
            VMHostClusterView.Of,
            static cluster => cluster.Name,
            ManagementErrors.ClusterNotManaged);
        views.Add(
            static lab => lab.ManagedComputers,
            ManagedComputerView.Of,
            static (lab, managed) => lab.NameOf(managed.Computer),
            ManagementErrors.NotManaged);
        views.Add(
            static lab => lab.VirtualizationManagers,
            VirtualizationManagerView.Of,
            static (lab, manager) => lab.NameOf(manager.Computer),
            VirtualizationManagerErrors.NoSuch);
        views.Add(
            static lab => lab.Transfers,
            TransferView.Of,
            static transfer => transfer.Name,
            TransferErrors.NoSuchTransfer);
        DescribeLibrary(views);
        views.Add(static lab => lab.UserRoles, UserRoleView.Of, static role => role.Name, RoleErrors.NoSuchRole);
    }

    /// <inheritdoc/>
    public void Verify(LabState lab)
    {
        ManagementIntegrity.Check(lab);
        LibraryIntegrity.Check(lab);
    }

    private static void HearOperations(LabState lab, LabNotice notice)
    {
        switch (notice)
        {
            case JobStopping stopping:
                VmmOperations.Stop(lab, stopping.Job);
                break;
            case JobRestarting restarting:
                VmmOperations.Restart(lab, restarting.Job, restarting.SkipsStep);
                break;
            case StoredFileDeleted deleted:
                Libraries.Forget(lab, deleted.File);
                Deployments.Forget(lab, deleted.File);
                ImageDeliveries.Forget(lab, deleted.File);
                break;
            case VMDvdDriveRemoved removed:
                ImageDeliveries.Forget(lab, removed.Drive);
                break;
            case VMRemoved removed:
                Deployments.Forget(lab, removed.VM);
                TemplateMakings.Forget(lab, removed.VM);
                break;
            case ComputerStopped stopped:
                foreach (VmmServer server in lab.VmmServers)
                {
                    if (server.Computer == stopped.Computer)
                    {
                        VmmOperations.ServiceStopped(lab, server);
                    }
                }

                break;
            default:
                break;
        }
    }

    private static void HearLoads(LabState lab, LabNotice notice)
    {
        switch (notice)
        {
            case VMStateChanged changed:
                HostHeat.Look(lab, changed.VM);
                break;
            case VMLoadChanged changed:
                HostHeat.Look(lab, changed.VM);
                break;
            case MigrationEnded ended:
                HostOptimizations.Ended(lab, ended.Migration);
                HostHeat.Look(lab, lab.Migrations[ended.Migration].VM);
                break;
            case ClusterRemoving removing:
                HostOptimizations.Forget(lab, removing.Cluster);
                HostClusters.Forget(lab, removing.Cluster);
                PROTips.Forget(lab, removing.Cluster);
                break;
            default:
                break;
        }
    }

    private static void HearTransfers(LabState lab, LabNotice notice)
    {
        switch (notice)
        {
            case FlowEnded ended:
                TransferWatch.Ended(lab, ended.Flow);
                break;
            case VMRemoved removed:
                VMMoves.Forget(lab, removed.VM);
                break;
            case StoredFileDeleted deleted:
                TransferWatch.Forget(lab, deleted.File);
                break;
            case AdapterChanged or NetworkImpaired or TrafficDisturbed or ComputerStarted or ComputerStopped
                or ComputerWoke or AgentChanged or VolumeRouteChanged:
                TransferWatch.Follow(lab);
                break;
            default:
                break;
        }
    }

    private static void HearConversions(LabState lab, LabNotice notice)
    {
        switch (notice)
        {
            case ComputerStarted started:
                Conversions.Follow(lab, started.Computer);
                break;
            case ComputerStopped stopped:
                Conversions.Follow(lab, stopped.Computer);
                break;
            case StoredFileDeleted deleted:
                Conversions.Forget(lab, deleted.File);
                break;
            case VMRemoved removed:
                Conversions.Forget(lab, removed.VM);
                break;
            default:
                break;
        }
    }

    private static void DescribeLibrary(ViewCatalogue views)
    {
        views.Add(
            static lab => lab.LibraryServers,
            LibraryServerView.Of,
            static (lab, server) => lab.NameOf(server.Computer),
            LibraryErrors.NoSuchServer);
        views.Add(
            static lab => lab.LibraryShares,
            LibraryShareView.Of,
            static share => share.Name,
            LibraryErrors.NoSuchShare);
        views.Add(
            static lab => lab.LibraryResources,
            LibraryResourceView.Of,
            static resource => resource.Name,
            LibraryErrors.NoSuchResource);
        views.Add(
            static lab => lab.HardwareProfiles,
            HardwareProfileView.Of,
            static profile => profile.Name,
            TemplateErrors.NoSuchHardware);
        views.Add(
            static lab => lab.GuestOSProfiles,
            GuestOSProfileView.Of,
            static profile => profile.Name,
            TemplateErrors.NoSuchGuest);
        views.Add(
            static lab => lab.VMDvdDrives, VirtualDVDDriveView.Of, static (lab, drive) => lab.NameOf(drive.VM),
            DeviceErrors.NoSuchDvdDrive);
        views.Add(
            static lab => lab.VMTemplates,
            VMTemplateView.Of,
            static template => template.Name,
            TemplateErrors.NoSuchTemplate);
        views.Add(
            static lab => lab.VMConfigurations,
            VMConfigurationView.Of,
            static configuration => configuration.Name,
            TemplateErrors.NoSuchConfiguration);
    }
}
