using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Gives a virtual switch another name.</summary>
/// <remarks>A live migration needs a switch of the same name on its target.</remarks>
/// <example>
/// <code>Rename-LabVMSwitch VMs -NewName Guests -ComputerName HVR2NODO1</code>
/// Renames the switch of one host.
/// </example>
[Cmdlet(VerbsCommon.Rename, "LabVMSwitch", DefaultParameterSetName = "SwitchName", SupportsShouldProcess = true)]
[OutputType(typeof(VMSwitch))]
public sealed class RenameLabVMSwitchCommand : LabPassthruCmdlet<VMSwitch>
{
    /// <summary>The switch, as Get-LabVMSwitch writes it.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "SwitchObject", ValueFromPipeline = true)]
    [ValidateNotNull]
    public VMSwitch VMSwitch { get; set; } = null!;

    /// <summary>The switch's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "SwitchName", ValueFromPipeline = true)]
    [Alias("SwitchName")]
    [ArgumentCompleter(typeof(NameCompleter<VirtualSwitchView>))]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = null!;

    /// <summary>The new name, unique on its host.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ValidateNotNullOrEmpty]
    public string NewName { get; set; } = null!;

    /// <summary>
    /// Only the switches of these hosts. Without it, of the host entered with Enter-LabHost, or of the whole lab.
    /// </summary>
    [Parameter(ParameterSetName = "SwitchName")]
    [Alias("PSComputerName", "Cn")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<VMSwitch> Targets() => ParameterSetName == "SwitchObject"
        ? [VMSwitch]
        : [LabObjects.Of<VMSwitch>(Handle, ThingNames.FindOne(
            Handle, Name, VMSwitchTargets.On(Handle, ComputerName), static view => view.ComputerName))];

    /// <inheritdoc/>
    private protected override LabRequest Request(VMSwitch target) =>
        new RenameVMSwitch { VMSwitch = target.Key, NewName = NewName };

    /// <inheritdoc/>
    private protected override string NameOf(VMSwitch target) => VMSwitchTargets.NameOf(target);
}
