using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>A cmdlet that changes the teams that are embedded in virtual switches.</summary>
public abstract class VMSwitchTeamCmdlet : LabPassthruCmdlet<VMSwitch>
{
    private protected const string DefaultSet = "SwitchName_NetAdapterName";

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

    /// <summary>
    /// Only the switches of these hosts. Without it, of the host entered with Enter-LabHost, or of the whole lab.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("PSComputerName", "Cn")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>The names of switches that are given.</summary>
    private protected abstract string[] Names { get; }

    /// <inheritdoc/>
    private protected sealed override IEnumerable<VMSwitch> Targets() => VMSwitch
        ?? Named<VirtualSwitchView, VMSwitch>(Names, VMSwitchTargets.On(Handle, ComputerName));

    /// <inheritdoc/>
    private protected sealed override string NameOf(VMSwitch target) => VMSwitchTargets.NameOf(target);
}
