using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Gets the migrations of virtual machines, those that go on and those that ended.</summary>
/// <remarks>
/// Each shows its passes over memory and how long the machine stood still. This cmdlet has no counterpart in the real
/// modules.
/// </remarks>
/// <example>
/// <code>Get-LabVMMigration web01 | Select-Object -Last 1 -ExpandProperty Passes</code>
/// Shows what each pass of the last migration of web01 copied.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVMMigration")]
[OutputType(typeof(VMMigration))]
public sealed class GetLabVMMigrationCommand : LabCmdlet
{
    /// <summary>The virtual machines' names. Wildcards are permitted. Without it, all migrations.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? VMName { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => WriteObject(
        Handle.Lab.Views<MigrationView>()
            .Where(view => Wildcards.Match(VMName, view.VMName))
            .Select(view => LabObjects.Of<VMMigration>(Handle, view)),
        enumerateCollection: true);
}
