using System.Management.Automation;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Takes network adapters out of virtual machines that are off.</summary>
/// <example>
/// <code>Remove-LabVMNetworkAdapter web01 -Name 'Backup'</code>
/// Takes the adapter Backup out of web01.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabVMNetworkAdapter", DefaultParameterSetName = "VMName", SupportsShouldProcess = true)]
[OutputType(typeof(VMNetworkAdapter))]
public sealed class RemoveLabVMNetworkAdapterCommand : VMNetworkAdapterCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(VMNetworkAdapter target) =>
        new RemoveVMNetworkAdapter { Adapter = target.Key };
}
