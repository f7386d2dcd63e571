using System.Management.Automation;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Stops what the guests of virtual machines do.</summary>
/// <remarks>
/// What they wrote is flushed, where they can get at their disks, and stays there for Test-LabWorkload. They
/// write to memory as they did before. This cmdlet has no counterpart in the real modules.
/// </remarks>
/// <example>
/// <code>Stop-LabWorkload db01 -Passthru</code>
/// Stops the ledger of db01 and shows what it has done.
/// </example>
[Cmdlet(VerbsLifecycle.Stop, "LabWorkload", DefaultParameterSetName = "VMName", SupportsShouldProcess = true)]
[OutputType(typeof(GuestWorkload))]
public sealed class StopLabWorkloadCommand : VMDeviceCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(VirtualMachine target) => new StopWorkload { VM = target.Key };

    /// <inheritdoc/>
    private protected override object? OutputOf(VirtualMachine target, object? result) => result;
}
