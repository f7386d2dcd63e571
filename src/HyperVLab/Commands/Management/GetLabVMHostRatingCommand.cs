using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Rates managed hosts for a virtual machine: stars, with what speaks for each and against it.</summary>
/// <remarks>
/// For each of processors, memory, disk I/O and network it takes what the host would use of what its reserve leaves,
/// the machine included. With the goal LoadBalance the less the better, with Consolidate the more; the four are weighed
/// by their priorities, 0 to 10, and five stars are all of it. A host that cannot take the machine has no star, and
/// ZeroRatingReasonList says why. docs/placement.md has the formula.
/// </remarks>
/// <example>
/// <code>Get-LabVM web01 | Get-LabVMHostRating -VMHostGroup 'All Hosts' -IsMigration</code>
/// Rates all hosts to which web01 could go, the best first.
/// </example>
/// <example>
/// <code>Get-LabVMHostRating -VMTemplate Web -VMName web02 -DiskSpaceGB 40 -VMHostGroup 'Rack 1'</code>
/// Rates the hosts of Rack 1 for a machine that is to be made.
/// </example>
/// <example>
/// <code>Get-LabVM db01 | Get-LabVMHostRating -VMHost HV1, HV2 -CPUPriority 0 | Format-List</code>
/// Compares two hosts without their processors, with the reasons.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVMHostRating", DefaultParameterSetName = "FromVMHostGroups")]
[Alias("Get-VMHostRating")]
[OutputType(typeof(VMHostRating))]
public sealed class GetLabVMHostRatingCommand : LabCmdlet
{
    /// <summary>The virtual machine.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "FromVMHosts", ValueFromPipeline = true)]
    [Parameter(Mandatory = true, ParameterSetName = "FromVMHostGroups", ValueFromPipeline = true)]
    [ValidateNotNull]
    public VirtualMachine? VM { get; set; }

    /// <summary>The template of which a machine is to be made.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "NewVMHostsTemplate")]
    [Parameter(Mandatory = true, ParameterSetName = "NewVMHostGroupsTemplate")]
    [ArgumentCompleter(typeof(NameCompleter<VMTemplateView>))]
    [Alias("Template")]
    [ValidateNotNullOrEmpty]
    public string? VMTemplate { get; set; }

    /// <summary>The profile that says the hardware of a machine that is to be made.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "NewVMHosts")]
    [Parameter(Mandatory = true, ParameterSetName = "NewVMHostGroups")]
    [ArgumentCompleter(typeof(NameCompleter<HardwareProfileView>))]
    [ValidateNotNullOrEmpty]
    public string? HardwareProfile { get; set; }

    /// <summary>The configuration by which a machine is to be made.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "NewVMHostsConfig")]
    [Parameter(Mandatory = true, ParameterSetName = "NewVMHostGroupsConfig")]
    [ArgumentCompleter(typeof(NameCompleter<VMConfigurationView>))]
    [ValidateNotNullOrEmpty]
    public string? VMConfiguration { get; set; }

    /// <summary>How much room the disks of a machine that is to be made take, in gigabytes.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "NewVMHosts")]
    [Parameter(Mandatory = true, ParameterSetName = "NewVMHostGroups")]
    [Parameter(Mandatory = true, ParameterSetName = "NewVMHostsTemplate")]
    [Parameter(Mandatory = true, ParameterSetName = "NewVMHostGroupsTemplate")]
    [Parameter(ParameterSetName = "NewVMHostsConfig")]
    [Parameter(ParameterSetName = "NewVMHostGroupsConfig")]
    public ushort? DiskSpaceGB { get; set; }

    /// <summary>What the machine is called. Without it, as it is, or as what it is made of.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "NewVMHosts")]
    [Parameter(Mandatory = true, ParameterSetName = "NewVMHostGroups")]
    [Parameter(Mandatory = true, ParameterSetName = "NewVMHostsTemplate")]
    [Parameter(Mandatory = true, ParameterSetName = "NewVMHostGroupsTemplate")]
    [Parameter(ParameterSetName = "FromVMHosts")]
    [Parameter(ParameterSetName = "FromVMHostGroups")]
    [ArgumentCompleter(typeof(NameCompleter<Engine.Compute.Views.VirtualMachineView>))]
    [ValidateNotNullOrEmpty]
    public string? VMName { get; set; }

    /// <summary>
    /// Rates hosts for a move of the machine from where it is, live where it runs. Without it, its host is rated as the
    /// others are, as if it were not there yet.
    /// </summary>
    [Parameter]
    public SwitchParameter IsMigration { get; set; }

    /// <summary>The groups whose hosts are rated, by name or place in the tree.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "FromVMHostGroups")]
    [Parameter(Mandatory = true, ParameterSetName = "NewVMHostGroups")]
    [Parameter(Mandatory = true, ParameterSetName = "NewVMHostGroupsTemplate")]
    [Parameter(Mandatory = true, ParameterSetName = "NewVMHostGroupsConfig")]
    [ArgumentCompleter(typeof(NameCompleter<VMHostGroupView>))]
    [ValidateNotNullOrEmpty]
    public string[]? VMHostGroup { get; set; }

    /// <summary>The hosts that are rated.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "FromVMHosts")]
    [Parameter(Mandatory = true, ParameterSetName = "NewVMHosts")]
    [Parameter(Mandatory = true, ParameterSetName = "NewVMHostsTemplate")]
    [Parameter(Mandatory = true, ParameterSetName = "NewVMHostsConfig")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? VMHost { get; set; }

    /// <summary>Whether loads are to be spread or hosts to be filled.</summary>
    [Parameter]
    public PlacementGoal PlacementGoal { get; set; }

    /// <summary>How much processors count, 0 to 10.</summary>
    [Parameter]
    public ushort? CPUPriority { get; set; }

    /// <summary>How much memory counts, 0 to 10.</summary>
    [Parameter]
    public ushort? MemoryPriority { get; set; }

    /// <summary>How much disk I/O counts, 0 to 10.</summary>
    [Parameter]
    public ushort? DiskPriority { get; set; }

    /// <summary>How much the network counts, 0 to 10.</summary>
    [Parameter]
    public ushort? NetworkPriority { get; set; }

    /// <summary>Whether a cluster is to keep it. Without it, as it is.</summary>
    [Parameter(ParameterSetName = "FromVMHosts")]
    [Parameter(ParameterSetName = "FromVMHostGroups")]
    public bool? HighlyAvailable { get; set; }

    /// <summary>What it is expected to use of its processors, in percent. Without it, what is known, or 20.</summary>
    [Parameter]
    [Alias("ExpectedCPUUtilization")]
    public ushort? CPUExpectedUtilizationPercent { get; set; }

    /// <summary>What it is expected to read and write, in operations a second.</summary>
    [Parameter]
    [Alias("ExpectedDiskIO")]
    public int? DiskIOExpectedCountPerSecond { get; set; }

    /// <summary>What it is expected to send and receive, in megabits a second.</summary>
    [Parameter]
    [Alias("ExpectedNetworkUtilization")]
    public int? NetworkUtilizationExpectedMbps { get; set; }

    /// <summary>Writes the best host only, and nothing where none can take it.</summary>
    [Parameter]
    public SwitchParameter ReturnFirstSuitableHost { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        PlacementWeights usual = PlacementWeights.Usual;
        WriteObject(
            Handle.Lab.Ask(new HostRatingQuery(VM?.Key)
            {
                VMTemplate = VmmNames.Template(Handle, VMTemplate),
                HardwareProfile = VmmNames.Hardware(Handle, HardwareProfile),
                VMConfiguration = VmmNames.Configuration(Handle, VMConfiguration),
                VMName = VMName,
                DiskSpaceGB = DiskSpaceGB,
                IsMigration = IsMigration,
                Hosts = VMHost is null ? null : [.. VMHost.Select(name => ComputerNames.Host(Handle, name))],
                Groups = VMHostGroup is null
                    ? null
                    : [.. VMHostGroup.Select(name => VmmNames.Group(Handle, name)!.Value)],
                Goal = PlacementGoal,
                Weights = new PlacementWeights(
                    CPUPriority ?? usual.Cpu,
                    MemoryPriority ?? usual.Memory,
                    DiskPriority ?? usual.Disk,
                    NetworkPriority ?? usual.Network),
                HighlyAvailable = HighlyAvailable,
                CpuPercent = CPUExpectedUtilizationPercent,
                DiskOperationsPerSecond = DiskIOExpectedCountPerSecond,
                NetworkBitsPerSecond = NetworkUtilizationExpectedMbps * 1_000_000L,
                OnlyBest = ReturnFirstSuitableHost,
            }).Select(static view => new VMHostRating(view)),
            enumerateCollection: true);
    }
}
