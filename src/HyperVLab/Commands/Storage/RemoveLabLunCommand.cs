using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Storage;

/// <summary>Deletes LUNs that no host sees, with everything on them.</summary>
/// <remarks>
/// Hosts that see it, and a cluster whose disk it is, must let go of it first: Remove-LabLunMapping, Remove-
/// LabClusterResource.
/// </remarks>
/// <example>
/// <code>Get-LabLun Old* | Remove-LabLun</code>
/// Deletes the LUNs whose names begin with Old.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabLun", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveLabLunCommand : LabTargetCmdlet<LogicalUnit>
{
    /// <summary>The LUNs' names. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<LunView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = null!;

    /// <inheritdoc/>
    private protected override IEnumerable<LogicalUnit> Targets() => Named<LunView, LogicalUnit>(Name);

    /// <inheritdoc/>
    private protected override LabRequest Request(LogicalUnit target) => new RemoveLun { Lun = target.Key };
}
