using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Sets what placement leaves free on the hosts of a group that say nothing themselves.</summary>
/// <remarks>
/// A group without reserves of its own has those of the group that it stands in. Set-LabVMHost sets those of one host,
/// which then hold in place of its group's. The unit of each level is fixed, and host reserves have no placement level.
/// </remarks>
/// <example>
/// <code>Get-LabHostReserve -VMHostGroup 'Rack 1' | Set-LabHostReserve -Memory -VMHostReserveLevel 2048</code>
/// Leaves 2 GB of each host of Rack 1 free.
/// </example>
/// <example>
/// <code>Set-LabHostReserve -HostReserve 'Rack 1' -CPU -StartOptimizationLevel 40</code>
/// Calls hosts hot that have less than 40 % of their processors free.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabHostReserve", SupportsShouldProcess = true)]
[OutputType(typeof(HostReserve))]
public sealed class SetLabHostReserveCommand : VmmRequestCmdlet
{
    /// <summary>The reserves, or the group that they are of.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<VMHostGroupView>))]
    [ValidateNotNullOrEmpty]
    public string HostReserve { get; set; } = null!;

    /// <summary>Means processors; levels are percent.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "FromCPUEnabled")]
    [Parameter(Mandatory = true, ParameterSetName = "FromCPUVMHostReserveLevel")]
    [Parameter(Mandatory = true, ParameterSetName = "FromCPUStartOptimizationLevel")]
    public SwitchParameter CPU { get; set; }

    /// <summary>Means memory; levels are megabytes.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "FromMemoryEnabled")]
    [Parameter(Mandatory = true, ParameterSetName = "FromMemoryVMHostReserveLevel")]
    [Parameter(Mandatory = true, ParameterSetName = "FromMemoryStartOptimizationLevel")]
    public SwitchParameter Memory { get; set; }

    /// <summary>Means the room of each volume; levels are megabytes.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "FromDiskSpaceEnabled")]
    [Parameter(Mandatory = true, ParameterSetName = "FromDiskSpaceVMHostReserveLevel")]
    public SwitchParameter DiskSpace { get; set; }

    /// <summary>Means disk I/O; levels are operations a second.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "FromDiskIOEnabled")]
    [Parameter(Mandatory = true, ParameterSetName = "FromDiskIOVMHostReserveLevel")]
    public SwitchParameter DiskIO { get; set; }

    /// <summary>Means the network; levels are percent.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "FromNetworkEnabled")]
    [Parameter(Mandatory = true, ParameterSetName = "FromNetworkVMHostReserveLevel")]
    public SwitchParameter Network { get; set; }

    /// <summary>Whether anything of it is left free.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "FromCPUEnabled")]
    [Parameter(Mandatory = true, ParameterSetName = "FromMemoryEnabled")]
    [Parameter(Mandatory = true, ParameterSetName = "FromDiskSpaceEnabled")]
    [Parameter(Mandatory = true, ParameterSetName = "FromDiskIOEnabled")]
    [Parameter(Mandatory = true, ParameterSetName = "FromNetworkEnabled")]
    public bool Enabled { get; set; }

    /// <summary>What is left free of it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "FromCPUVMHostReserveLevel")]
    [Parameter(Mandatory = true, ParameterSetName = "FromMemoryVMHostReserveLevel")]
    [Parameter(Mandatory = true, ParameterSetName = "FromDiskSpaceVMHostReserveLevel")]
    [Parameter(Mandatory = true, ParameterSetName = "FromDiskIOVMHostReserveLevel")]
    [Parameter(Mandatory = true, ParameterSetName = "FromNetworkVMHostReserveLevel")]
    [ValidateRange(0, int.MaxValue)]
    public long? VMHostReserveLevel { get; set; }

    /// <summary>What has to be free of it, or a host is hot and dynamic optimization moves machines from it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "FromCPUStartOptimizationLevel")]
    [Parameter(Mandatory = true, ParameterSetName = "FromMemoryStartOptimizationLevel")]
    [ValidateRange(0, int.MaxValue)]
    public long? StartOptimizationLevel { get; set; }

    /// <summary>Whether the group has what the group has that it stands in.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ToInherit")]
    public bool Inherit { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => HostReserve;

    /// <inheritdoc/>
    private protected override object OutputOf(object result) => LabObjects.Of<HostReserve>(
        Handle, Handle.Lab.View<HostReserveView>(VmmNames.Group(Handle, HostReserve)!.Value.Number)!);

    /// <inheritdoc/>
    private protected override LabRequest Request() => new SetHostReserve
    {
        VMHostGroup = VmmNames.Group(Handle, HostReserve)!.Value,
        Inherit = ParameterSetName == "ToInherit" ? Inherit : null,
        CPU = CPU,
        Memory = Memory,
        DiskSpace = DiskSpace,
        DiskIO = DiskIO,
        Network = Network,
        Enabled = MyInvocation.BoundParameters.ContainsKey(nameof(Enabled)) ? Enabled : null,
        VMHostReserveLevel = VMHostReserveLevel,
        StartOptimizationLevel = StartOptimizationLevel,
    };
}
