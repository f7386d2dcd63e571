using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Takes groups offline.</summary>
/// <remarks>
/// What happens to a virtual machine is its resource's OfflineAction: it is saved unless that was changed.
/// </remarks>
/// <example>
/// <code>Stop-LabClusterGroup web01 -Wait 0</code>
/// Begins to take web01 offline.
/// </example>
[Cmdlet(VerbsLifecycle.Stop, "LabClusterGroup", SupportsShouldProcess = true)]
[OutputType(typeof(ClusterGroup))]
public sealed class StopLabClusterGroupCommand : ClusterWaitCmdlet<ClusterGroupView, ClusterGroup>
{
    /// <summary>The group's name.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(NameCompleter<ClusterGroupView>))]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <inheritdoc/>
    private protected override string[]? Names => Name is null ? null : [Name];

    /// <inheritdoc/>
    private protected override Func<ClusterGroupView, bool>? PartOf(object input) => 
        input is VirtualMachine vm ? view => view.VMKeys.Contains(vm.Number) : null;

    /// <inheritdoc/>
    private protected override LabRequest Request(ClusterGroup target) => new StopClusterGroup { Group = target.Key };
}
