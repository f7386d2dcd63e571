using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>A cmdlet that changes the members of the teams that are embedded in virtual switches.</summary>
public abstract class VMSwitchTeamMemberCmdlet : LabPassthruCmdlet<VMSwitch>
{
    private protected const string DefaultSet = "SwitchName_NetAdapterName";

    /// <summary>The switches' names. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = DefaultSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "SwitchName_NetAdapterInterfaceDescription")]
    [Alias("SwitchName")]
    [ArgumentCompleter(typeof(NameCompleter<VirtualSwitchView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] VMSwitchName { get; set; } = null!;

    /// <summary>The switches, as Get-LabVMSwitch writes them.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = "SwitchObject_NetAdapterName", ValueFromPipeline = true)]
    [Parameter(
        Mandatory = true,
        Position = 0,
        ParameterSetName = "SwitchObject_NetAdapterInterfaceDescription",
        ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public VMSwitch[] VMSwitch { get; set; } = null!;

    /// <summary>The adapters' names.</summary>
    [Parameter(ParameterSetName = DefaultSet)]
    [Parameter(ParameterSetName = "SwitchObject_NetAdapterName")]
    [Alias("InterfaceAlias")]
    [ArgumentCompleter(typeof(NameCompleter<NetworkAdapterView>))]
    [ValidateNotNullOrEmpty]
    public string[]? NetAdapterName { get; set; }

    /// <summary>What the drivers call the adapters.</summary>
    [Parameter(ParameterSetName = "SwitchName_NetAdapterInterfaceDescription")]
    [Parameter(ParameterSetName = "SwitchObject_NetAdapterInterfaceDescription")]
    [ValidateNotNullOrEmpty]
    public string[]? NetAdapterInterfaceDescription { get; set; }

    /// <summary>
    /// Only the switches of these hosts. Without it, of the host entered with Enter-LabHost, or of the whole lab.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("PSComputerName", "Cn")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected sealed override IEnumerable<VMSwitch> Targets() => VMSwitch
        ?? Named<VirtualSwitchView, VMSwitch>(VMSwitchName, VMSwitchTargets.On(Handle, ComputerName));

    /// <inheritdoc/>
    private protected sealed override string NameOf(VMSwitch target) => VMSwitchTargets.NameOf(target);
}
