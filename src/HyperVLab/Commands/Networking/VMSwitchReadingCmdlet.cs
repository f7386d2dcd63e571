using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>A cmdlet that reads of virtual switches given by name or as Get-LabVMSwitch writes them.</summary>
public abstract class VMSwitchReadingCmdlet : LabCmdlet
{
    /// <summary>The switches' names. Wildcards are permitted. Without it, all.</summary>
    [Parameter(Position = 0, ParameterSetName = "Name")]
    [Alias("Name")]
    [ArgumentCompleter(typeof(NameCompleter<VirtualSwitchView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? SwitchName { get; set; }

    /// <summary>The switches, as Get-LabVMSwitch writes them.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "SwitchObject", ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public VMSwitch[] VMSwitch { get; set; } = null!;

    /// <summary>
    /// Only the switches of these hosts. Without it, of the host entered with Enter-LabHost, or of the whole lab.
    /// </summary>
    [Parameter(ParameterSetName = "Name")]
    [Alias("PSComputerName", "Cn")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>The switches that are meant.</summary>
    private protected IEnumerable<VMSwitch> Switches() => VMSwitch
        ?? Named<VirtualSwitchView, VMSwitch>(SwitchName, VMSwitchTargets.On(Handle, ComputerName));
}
