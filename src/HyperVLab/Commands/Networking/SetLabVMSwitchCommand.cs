using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Changes virtual switches.</summary>
/// <example>
/// <code>Set-LabVMSwitch VMs -ComputerName HVR2NODO1 -AllowManagementOS $true</code>
/// Gives the management operating system an adapter on the switch.
/// </example>
[Cmdlet(
    VerbsCommon.Set, "LabVMSwitch", DefaultParameterSetName = "SwitchName_SwitchType", SupportsShouldProcess = true)]
[OutputType(typeof(VMSwitch))]
public sealed class SetLabVMSwitchCommand : LabPassthruCmdlet<VMSwitch>
{
    /// <summary>The switches, as Get-LabVMSwitch writes them.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "SwitchObject_SwitchType", ValueFromPipeline = true)]
    [Parameter(
        Mandatory = true,
        Position = 0,
        ParameterSetName = "SwitchObject_NetAdapterName",
        ValueFromPipeline = true)]
    [Parameter(
        Mandatory = true,
        Position = 0,
        ParameterSetName = "SwitchObject_NetAdapterInterfaceDescription",
        ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public VMSwitch[] VMSwitch { get; set; } = null!;

    /// <summary>The switches' names. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "SwitchName_SwitchType")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "SwitchName_NetAdapterName")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "SwitchName_NetAdapterInterfaceDescription")]
    [Alias("SwitchName")]
    [ArgumentCompleter(typeof(NameCompleter<VirtualSwitchView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = null!;

    /// <summary>The adapter that it takes from now on, by its name.</summary>
    [Parameter(
        Mandatory = true,
        Position = 1,
        ParameterSetName = "SwitchName_NetAdapterName",
        ValueFromPipelineByPropertyName = true)]
    [Parameter(
        Mandatory = true,
        Position = 1,
        ParameterSetName = "SwitchObject_NetAdapterName",
        ValueFromPipelineByPropertyName = true)]
    [Alias("InterfaceAlias")]
    [ArgumentCompleter(typeof(NameCompleter<NetworkAdapterView>))]
    [ValidateNotNullOrEmpty]
    public string? NetAdapterName { get; set; }

    /// <summary>The adapter that it takes from now on, by what its driver calls it.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "SwitchName_NetAdapterInterfaceDescription")]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "SwitchObject_NetAdapterInterfaceDescription")]
    [ValidateNotNullOrEmpty]
    public string? NetAdapterInterfaceDescription { get; set; }

    /// <summary>Whom it connects from now on.</summary>
    [Parameter(ParameterSetName = "SwitchName_SwitchType")]
    [Parameter(ParameterSetName = "SwitchObject_SwitchType")]
    public VMSwitchType? SwitchType { get; set; }

    /// <summary>Whether the management operating system has an adapter on it.</summary>
    [Parameter]
    public bool? AllowManagementOS { get; set; }

    /// <summary>A note.</summary>
    [Parameter]
    [ValidateNotNull]
    public string? Notes { get; set; }

    /// <summary>
    /// Only the switches of these hosts. Without it, of the host entered with Enter-LabHost, or of the whole lab.
    /// </summary>
    [Parameter]
    [Alias("PSComputerName", "Cn")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<VMSwitch> Targets() => VMSwitch
        ?? Named<VirtualSwitchView, VMSwitch>(Name, VMSwitchTargets.On(Handle, ComputerName));

    /// <inheritdoc/>
    private protected override LabRequest Request(VMSwitch target) => new SetVMSwitch
    {
        VMSwitch = target.Key,
        NetAdapterName = NetAdapterName,
        NetAdapterInterfaceDescription = NetAdapterInterfaceDescription,
        SwitchType = SwitchType,
        AllowManagementOS = AllowManagementOS,
        Notes = Notes,
    };

    /// <inheritdoc/>
    private protected override string NameOf(VMSwitch target) => VMSwitchTargets.NameOf(target);
}
