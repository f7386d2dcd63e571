using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Views;

namespace HyperVLab.Commands.Networking;

/// <summary>A cmdlet that changes the members of the teams that are embedded in virtual switches.</summary>
public abstract class VMSwitchTeamMemberCmdlet : VMSwitchTeamCmdlet
{
    /// <summary>The switches' names. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = DefaultSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "SwitchName_NetAdapterInterfaceDescription")]
    [Alias("SwitchName")]
    [ArgumentCompleter(typeof(NameCompleter<VirtualSwitchView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] VMSwitchName { get; set; } = null!;

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

    /// <inheritdoc/>
    private protected sealed override string[] Names => VMSwitchName;
}
