using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Gets the clusters whose hosts Virtual Machine Manager manages.</summary>
/// <remarks>
/// A cluster is Overcommitted when its nodes could not hold all its highly available machines any more if as many of
/// them failed as its reserve is.
/// </remarks>
/// <example>
/// <code>Get-LabVMHostCluster | Format-List Name, ClusterReserve, ClusterReserveState</code>
/// Says of each cluster how many nodes it is to be able to lose, and whether it could.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVMHostCluster", DefaultParameterSetName = "Connection")]
[OutputType(typeof(VMHostCluster))]
public sealed class GetLabVMHostClusterCommand : LabCmdlet
{
    /// <summary>The name. Wildcards are permitted.</summary>
    [Parameter(ParameterSetName = "Name", Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<VMHostClusterView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>Only clusters whose hosts stand in this group or below, by name or place in the tree.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<VMHostGroupView>))]
    [ValidateNotNullOrEmpty]
    public string? VMHostGroup { get; set; }

    /// <summary>Only those of this server.</summary>
    [Parameter(ValueFromPipeline = true, ParameterSetName = "Connection")]
    [ArgumentCompleter(typeof(NameCompleter<VmmServerView>))]
    [ValidateNotNullOrEmpty]
    public string? VMMServer { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        string? path = VmmNames.Group(Handle, VMHostGroup) is { } group
            ? Handle.Lab.View<VMHostGroupView>(group.Number)!.Path
            : null;
        WriteObject(
            Named<VMHostClusterView, VMHostCluster>(Name is null ? null : [Name], view => view.IsManaged
                && (VMMServer is null || string.Equals(view.VMMServer, VMMServer, StringComparison.OrdinalIgnoreCase))
                && (path is null || IsWithin(view.HostGroup!, path))),
            enumerateCollection: true);
    }

    private static bool IsWithin(string place, string group) =>
        place.Equals(group, StringComparison.OrdinalIgnoreCase)
        || place.StartsWith($@"{group}\", StringComparison.OrdinalIgnoreCase);
}
