using System.Management.Automation;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Starts virtual machines, or restores those that are saved.</summary>
/// <remarks>
/// A machine starts only where its host has memory, virtual processors and its disks for it; otherwise it fails with
/// OutOfMemory or with what is missing. The cmdlet ends when the machine runs: its guest boots after that.
/// </remarks>
/// <example>
/// <code>Start-LabVM web01</code>
/// Starts web01.
/// </example>
[Cmdlet(VerbsLifecycle.Start, "LabVM", DefaultParameterSetName = "Name", SupportsShouldProcess = true)]
[OutputType(typeof(VirtualMachine))]
public sealed class StartLabVMCommand : VMTargetCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(VirtualMachine target) => new StartVM { VM = target.Key };
}
