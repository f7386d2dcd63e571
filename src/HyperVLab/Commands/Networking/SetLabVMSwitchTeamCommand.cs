using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Changes the teams that are embedded in virtual switches: their adapters, or how they work.</summary>
/// <example>
/// <code>Set-LabVMSwitchTeam VMs -LoadBalancingAlgorithm Dynamic -ComputerName HV1</code>
/// Lets each virtual network adapter send by all members.
/// </example>
[Cmdlet(
    VerbsCommon.Set,
    "LabVMSwitchTeam",
    DefaultParameterSetName = "SwitchName_NetAdapterName",
    SupportsShouldProcess = true)]
[OutputType(typeof(VMSwitch))]
public sealed class SetLabVMSwitchTeamCommand : VMSwitchTeamCmdlet
{
    /// <summary>The switches' names. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "SwitchName_NetAdapterName")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "SwitchName_NetAdapterInterfaceDescription")]
    [Alias("SwitchName")]
    [ArgumentCompleter(typeof(NameCompleter<VirtualSwitchView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = null!;

    /// <summary>All of its adapters from now on, by their names.</summary>
    [Parameter(ParameterSetName = "SwitchName_NetAdapterName")]
    [Parameter(ParameterSetName = "SwitchObject_NetAdapterName")]
    [Alias("InterfaceAlias")]
    [ArgumentCompleter(typeof(NameCompleter<NetworkAdapterView>))]
    public string[]? NetAdapterName { get; set; }

    /// <summary>All of its adapters from now on, by what their drivers call them.</summary>
    [Parameter(ParameterSetName = "SwitchName_NetAdapterInterfaceDescription")]
    [Parameter(ParameterSetName = "SwitchObject_NetAdapterInterfaceDescription")]
    public string[]? NetAdapterInterfaceDescription { get; set; }

    /// <summary>What the physical switch must know of it: nothing, SwitchIndependent.</summary>
    [Parameter]
    [ValidateNotNull]
    public TeamingMode? TeamingMode { get; set; }

    /// <summary>By what it spreads what it sends: HyperVPort or Dynamic.</summary>
    [Parameter]
    [ValidateNotNull]
    public LoadBalancingAlgorithm? LoadBalancingAlgorithm { get; set; }

    /// <inheritdoc/>
    private protected override string[] Names => Name;

    /// <inheritdoc/>
    private protected override LabRequest Request(VMSwitch target) => new SetVMSwitchTeam
    {
        VMSwitch = target.Key,
        NetAdapterName = NetAdapterName,
        NetAdapterInterfaceDescription = NetAdapterInterfaceDescription,
        TeamingMode = TeamingMode,
        LoadBalancingAlgorithm = LoadBalancingAlgorithm,
    };
}
