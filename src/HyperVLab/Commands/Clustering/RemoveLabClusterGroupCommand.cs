using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Takes clustered roles away; a virtual machine stays as it is, and disks go to Available Storage.</summary>
/// <example>
/// <code>Remove-LabClusterGroup web01 -RemoveResources -Force</code>
/// Makes web01 an ordinary virtual machine again.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabClusterGroup", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveLabClusterGroupCommand : ClusterTargetCmdlet<ClusterGroupView, ClusterGroup>
{
    /// <summary>The names. Wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NameCompleter<ClusterGroupView>))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Removes its resources too.</summary>
    [Parameter]
    public SwitchParameter RemoveResources { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    private protected override string[]? Names => Name;

    /// <inheritdoc/>
    private protected override bool WritesTarget => false;

    /// <inheritdoc/>
    private protected override Func<ClusterGroupView, bool>? PartOf(object input) => 
        input is VirtualMachine vm ? view => view.VMKeys.Contains(vm.Number) : null;

    /// <inheritdoc/>
    private protected override LabRequest Request(ClusterGroup target) => new RemoveClusterGroup
    {
        Group = target.Key,
        RemoveResources = RemoveResources,
        Force = Force,
    };
}
