using System.Management.Automation;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Changes the processors of virtual machines that are off.</summary>
/// <example>
/// <code>Set-LabVMProcessor web01 -Count 2 -CompatibilityForMigrationEnabled $true</code>
/// Gives web01 two processors, with which it can move to hosts of another processor generation.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabVMProcessor", DefaultParameterSetName = "VMName", SupportsShouldProcess = true)]
[OutputType(typeof(VMProcessor))]
public sealed class SetLabVMProcessorCommand : VMDeviceCmdlet
{
    /// <summary>How many processors the machine gets.</summary>
    [Parameter]
    [ValidateNotNull]
    public long? Count { get; set; }

    /// <summary>Whether they hide what differs between generations of one maker.</summary>
    [Parameter]
    [ValidateNotNull]
    public bool? CompatibilityForMigrationEnabled { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request(VirtualMachine target) => new SetVMProcessor
    {
        VM = target.Key,
        Count = Count,
        CompatibilityForMigrationEnabled = CompatibilityForMigrationEnabled,
    };

    /// <inheritdoc/>
    private protected override object? OutputOf(VirtualMachine target, object? result) =>
        LabObjects.Of(target.Handle, target.Handle.Lab.View<VMProcessorView>(target.Number)!);
}
