namespace HyperVLab.Conventions.Tests;

/// <summary>Parameters that a mirrored cmdlet has and the real one has not, each with its reason.</summary>
internal static class OwnParameters
{
    private const string PathsGoThroughProviders = "Paths of this computer go through PowerShell's providers.";

    private const string PlacesByItself = "The real one's console finds the host; here it does so itself.";

    private static readonly Dictionary<string, string> s_disks = new(StringComparer.Ordinal)
    {
        ["Convert-LabVHD -LiteralPath"] = PathsGoThroughProviders,
        ["Dismount-LabVHD -FileSizeBytes"] = "What was written to a mounted disk is in no journal but for this.",
        ["Dismount-LabVHD -LiteralPath"] = PathsGoThroughProviders,
        ["Get-LabVHD -LiteralPath"] = PathsGoThroughProviders,
        ["Merge-LabVHD -LiteralPath"] = PathsGoThroughProviders,
        ["Mount-LabVHD -LiteralPath"] = PathsGoThroughProviders,
        ["Mount-LabVHD -Port"] = "A mounted disk is a network block device.",
        ["Mount-LabVHD -Socket"] = "A mounted disk is a network block device.",
        ["Optimize-LabVHD -AllowSnapshots"] = "The real cmdlet does not tell that snapshots would be harmed.",
        ["Optimize-LabVHD -LiteralPath"] = PathsGoThroughProviders,
        ["Resize-LabVHD -AllowVhdShrink"] = "The real cmdlet shrinks no VHD.",
        ["Resize-LabVHD -LiteralPath"] = PathsGoThroughProviders,
        ["Set-LabVHD -LiteralPath"] = PathsGoThroughProviders,
        ["Test-LabVHD -Detailed"] = "The real cmdlet says only that a disk is bad, not what is.",
        ["Test-LabVHD -LiteralPath"] = PathsGoThroughProviders,
    };

    private static readonly Dictionary<string, string> s_others = new(StringComparer.Ordinal)
    {
        ["Get-LabJob -Id"] = "A job is named by its number, as a background job is.",
        ["Get-LabJob -State"] = "A job is named by its number, as a background job is.",
        ["Move-LabVM -Live"] = "Moves a clustered virtual machine as Move-ClusterVirtualMachineRole does.",
        ["Move-LabVM -Quick"] = "Moves a clustered virtual machine as Move-ClusterVirtualMachineRole does.",
        ["New-LabVMTemplate -CPULimitForMigration"] = "The real one takes it from a hardware profile only.",
        ["Convert-LabP2V -VMHostGroup"] = PlacesByItself,
        ["New-LabV2V -VMHostGroup"] = PlacesByItself,
        ["New-LabVirtualMachine -VMHostGroup"] = PlacesByItself,
        ["New-LabVirtualMachine -SwitchName"] = "A lab has no VM networks; adapters are connected as New-VM does.",
        ["New-LabVMSwitch -AllowNetLbfoTeams"] = "Came with Windows Server 2022, after the reference was taken.",
        ["Set-LabUserRole -QuotaPerUser"] = "Virtual Machine Manager 2008 R2 sets quotas with the role.",
        ["Set-LabUserRole -QuotaPoint"] = "Virtual Machine Manager 2008 R2 sets quotas with the role.",
        ["Set-LabUserRole -UseMaximumQuota"] = "Virtual Machine Manager 2008 R2 sets quotas with the role.",
        ["Set-LabDynamicOptimizationConfiguration -CPUStartOptimizationLevel"] = "Set-SCHostReserve has it.",
        ["Set-LabDynamicOptimizationConfiguration -MemoryStartOptimizationLevel"] = "Set-SCHostReserve has it.",
        ["Start-LabDynamicOptimization -JobVariable"] = "The job has the moves as steps, with their reasons.",
        ["Start-LabDynamicOptimization -RunAsynchronously"] = "The job has the moves as steps, with their reasons.",
        ["Restart-LabJob -RunAsynchronously"] = "Other jobs go on beside one that is restarted.",
        ["Stop-LabJob -Passthru"] = "The house's switch for what was changed.",
        ["Test-LabConnection -AsJob"] = "A ping without end goes on beside other cmdlets.",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } =
        s_disks.Concat(s_others).ToDictionary(StringComparer.Ordinal);
}
