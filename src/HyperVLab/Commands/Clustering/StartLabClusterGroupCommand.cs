using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Brings groups online.</summary>
/// <example>
/// <code>Start-LabClusterGroup web01</code>
/// Brings web01 online and waits until its virtual machine runs.
/// </example>
[Cmdlet(VerbsLifecycle.Start, "LabClusterGroup", SupportsShouldProcess = true)]
[OutputType(typeof(ClusterGroup))]
public sealed class StartLabClusterGroupCommand : ClusterWaitCmdlet<ClusterGroupView, ClusterGroup>
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
    private protected override LabRequest Request(ClusterGroup target) => new StartClusterGroup { Group = target.Key };
}
