namespace HyperVLab.Scenarios.Tests.Properties;

/// <summary>How often each request is drawn, beside the others.</summary>
internal static class RequestWeights
{
    private const int Usual = 2;

    private static readonly Dictionary<string, int> s_weights = new(StringComparer.Ordinal)
    {
        ["StartVM"] = 30,
        ["StopVM"] = 12,
        ["SaveVM"] = 10,
        ["SuspendVM"] = 10,
        ["ResumeVM"] = 10,
        ["NewVM"] = 14,
        ["InstallGuestOS"] = 6,
        ["InstallGuestIntegrationService"] = 6,
        ["EnableVMIntegrationService"] = 4, ["DisableVMIntegrationService"] = 4,
        ["AddVMHardDiskDrive"] = 10, ["UpdateClusterVirtualMachineConfiguration"] = 6,
        ["SaveVirtualMachine"] = 8, ["CopyFile"] = 6,
        ["NewSmbShare"] = 4, ["AddLibraryServer"] = 6, ["AddLibraryShare"] = 6,
        ["AddVMDvdDrive"] = 4, ["SetVMDvdDrive"] = 12, ["SetVirtualDVDDrive"] = 6,
        ["CheckpointVM"] = 14, ["RestoreVMSnapshot"] = 8, ["RemoveVMSnapshot"] = 12,
        ["AddClusterVirtualMachineRole"] = 10,
        ["MoveClusterVirtualMachineRole"] = 24,
        ["MoveVM"] = 12,
        ["MoveClusterGroup"] = 8,
        ["MoveClusterSharedVolume"] = 8,
        ["SuspendClusterResource"] = 12, ["ResumeClusterResource"] = 20,
        ["StartClusterSharedVolumeBackup"] = 6, ["StopClusterSharedVolumeBackup"] = 8,
        ["StartClusterGroup"] = 16, ["SetClusterGroup"] = 6,
        ["StartClusterResource"] = 8, ["SetClusterOwnerNode"] = 6,
        ["StartClusterNode"] = 12, ["SuspendClusterNode"] = 6, ["ResumeClusterNode"] = 8,
        ["StopJob"] = 14,
        ["StopHost"] = 5, ["StartHost"] = 24, ["RestartHost"] = 4,
        ["NewVHD"] = 8, ["MountVHD"] = 8, ["DismountVHD"] = 6,
        ["NewLun"] = 6,
        ["AddLunMapping"] = 6,
        ["UpdateHostStorageCache"] = 6,
        ["ConnectStoragePath"] = 8,
        ["ConnectNetAdapter"] = 8, ["DisconnectNetAdapter"] = 4,
        ["TestConnection"] = 8,
        ["SetVMNetworkAdapterVlan"] = 6, ["SetPhysicalSwitchPort"] = 6, ["SetNetAdapterVmq"] = 4,
        ["NewVMSwitch"] = 4, ["NewNetLbfoTeam"] = 8, ["SetNetLbfoTeam"] = 4, ["AddNetLbfoTeamMember"] = 4,
        ["AddNetLbfoTeamNic"] = 6, ["SetNetLbfoTeamNic"] = 4, ["SetNetLbfoTeamMember"] = 4,
        ["SetVMSwitchTeam"] = 4, ["AddVMSwitchTeamMember"] = 4, ["RemoveVMSwitchTeamMember"] = 4,
        ["AddDhcpServerv4Scope"] = 4, ["SetDhcpServerv4OptionValue"] = 3, ["SetNetIPInterface"] = 4,
        ["StartFlow"] = 10, ["StopFlow"] = 3, ["SetTcpPort"] = 3,
        ["SetVMHost"] = 4,
        ["StartWorkload"] = 7, ["AddFault"] = 16, ["RemoveFault"] = 16,
        ["InstallVMMServer"] = 4, ["AddVMHost"] = 6, ["AddVMHostCluster"] = 6, ["RestartJob"] = 8,
        ["MoveVMToHost"] = 6, ["SuspendTransfer"] = 2, ["ResumeTransfer"] = 4, ["SetTransfer"] = 3,
        ["StartDynamicOptimization"] = 6, ["SetDynamicOptimizationConfiguration"] = 4,
        ["AddServer"] = 4, ["AddServerVolume"] = 4, ["SetServer"] = 3, ["ConvertP2V"] = 10,
        ["NewVMTemplate"] = 6, ["NewVirtualMachine"] = 8, ["NewVMConfiguration"] = 4, ["UpdateVMConfiguration"] = 4,
        ["AddVirtualizationManager"] = 5, ["ReadVirtualizationManager"] = 3, ["NewV2V"] = 6, ["NewDatastore"] = 3,
        ["NewLab"] = 1, ["AddHost"] = 1, ["AddChassis"] = 1, ["AddStorageArray"] = 1,
        ["RemoveCluster"] = 1, ["RemoveClusterNode"] = 1,
    };

    /// <summary>The weight of a request by its name.</summary>
    public static int Of(string name) => s_weights.GetValueOrDefault(name, Usual);
}
