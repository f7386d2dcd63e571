using System.Management.Automation;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Gets the processors of virtual machines.</summary>
/// <example>
/// <code>Get-LabVMProcessor web01</code>
/// Shows how many processors web01 has and whether they let it move between generations.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVMProcessor", DefaultParameterSetName = "VMName")]
[OutputType(typeof(VMProcessor))]
public sealed class GetLabVMProcessorCommand : VMReadingCmdlet
{
    /// <inheritdoc/>
    private protected override void Process()
    {
        foreach (VirtualMachine vm in Machines)
        {
            if (vm.Handle.Lab.View<VMProcessorView>(vm.Number) is { } view)
            {
                WriteObject(LabObjects.Of(vm.Handle, view));
            }
        }
    }
}
