using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Gets what the guests of virtual machines do, and how far they are.</summary>
/// <remarks>
/// What is acknowledged here stands in the virtual hard disks' files before it is written out: a kill of the process
/// that holds the lab cannot take it back. This cmdlet has no counterpart in the real modules.
/// </remarks>
/// <example>
/// <code>Get-LabWorkload</code>
/// Lists all workloads of the lab.
/// </example>
/// <example>
/// <code>Get-LabWorkload db01 | Format-List</code>
/// Shows everything about the workload of db01.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabWorkload")]
[OutputType(typeof(GuestWorkload))]
public sealed class GetLabWorkloadCommand : LabCmdlet
{
    /// <summary>The virtual machines' names. Wildcards are permitted. Without it, all workloads.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? VMName { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => WriteObject(
        Handle.Lab.Views<WorkloadView>()
            .Where(view => Wildcards.Match(VMName, view.VMName))
            .Select(view => LabObjects.Of<GuestWorkload>(Handle, view)),
        enumerateCollection: true);
}
