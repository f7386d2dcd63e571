using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Removes virtual switches to which no running virtual machine is connected.</summary>
/// <example>
/// <code>Get-LabVMSwitch VMs | Remove-LabVMSwitch</code>
/// Removes the switches of that name on all hosts.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabVMSwitch", DefaultParameterSetName = "Name", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveLabVMSwitchCommand : LabTargetCmdlet<VMSwitch>
{
    /// <summary>The switches' names. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Name", ValueFromPipeline = true)]
    [Alias("SwitchName")]
    [ArgumentCompleter(typeof(NameCompleter<VirtualSwitchView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = null!;

    /// <summary>The switches, as Get-LabVMSwitch writes them.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "SwitchObject", ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public VMSwitch[] VMSwitch { get; set; } = null!;

    /// <summary>Does not ask. Nothing is asked anyway unless -Confirm is given.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>
    /// Only the switches of these hosts. Without it, of the host entered with Enter-LabHost, or of the whole lab.
    /// </summary>
    [Parameter(ParameterSetName = "Name")]
    [Alias("PSComputerName", "Cn")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<VMSwitch> Targets() => VMSwitch
        ?? Named<VirtualSwitchView, VMSwitch>(Name, VMSwitchTargets.On(Handle, ComputerName));

    /// <inheritdoc/>
    private protected override LabRequest Request(VMSwitch target) => new RemoveVMSwitch { VMSwitch = target.Key };

    /// <inheritdoc/>
    private protected override string NameOf(VMSwitch target) => VMSwitchTargets.NameOf(target);
}
