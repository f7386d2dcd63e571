using System.Management.Automation;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Shuts the guests of virtual machines down, or saves the machines, or cuts their power.</summary>
/// <remarks>
/// Shutting down needs a guest that runs and has integration services; a machine without one is stopped with -TurnOff.
/// </remarks>
/// <example>
/// <code>Stop-LabVM web01</code>
/// Shuts the guest of web01 down and waits until the machine is off.
/// </example>
/// <example>
/// <code>Stop-LabVM web01 -TurnOff</code>
/// Cuts the power of web01.
/// </example>
[Cmdlet(VerbsLifecycle.Stop, "LabVM", DefaultParameterSetName = "Name", SupportsShouldProcess = true)]
[OutputType(typeof(VirtualMachine))]
public sealed class StopLabVMCommand : VMTargetCmdlet
{
    /// <summary>Saves the state of the machines in place of shutting their guests down.</summary>
    [Parameter]
    public SwitchParameter Save { get; set; }

    /// <summary>Cuts the power of the machines in place of shutting their guests down.</summary>
    [Parameter]
    public SwitchParameter TurnOff { get; set; }

    /// <summary>Shuts down although programs in the guest have unsaved data.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request(VirtualMachine target) => new StopVM
    {
        VM = target.Key,
        Save = Save,
        TurnOff = TurnOff,
        Force = Force,
    };
}
