using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Changes groups.</summary>
/// <remarks>
/// The same can be done by setting the properties of what Get-LabClusterGroup writes.
/// </remarks>
/// <example>
/// <code>Set-LabClusterGroup web01 -FailoverThreshold 2</code>
/// Lets web01 fail over twice within its period.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabClusterGroup", SupportsShouldProcess = true)]
[OutputType(typeof(ClusterGroup))]
public sealed class SetLabClusterGroupCommand : ClusterTargetCmdlet<ClusterGroupView, ClusterGroup>
{
    /// <summary>The names. Wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NameCompleter<ClusterGroupView>))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Its new name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? NewName { get; set; }

    /// <summary>What is written about it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Description { get; set; }

    /// <summary>How often it may fail over within its period; -1 for once for each node but one.</summary>
    [Parameter]
    public int? FailoverThreshold { get; set; }

    /// <summary>The period in which failovers are counted, in hours.</summary>
    [Parameter]
    public int? FailoverPeriod { get; set; }

    /// <summary>
    /// How much it matters at starts, drains and failbacks: 3000 high, 2000 medium, 1000 low, 0 to be started by hand
    /// only. From Windows Server 2012 on.
    /// </summary>
    [Parameter]
    public int? Priority { get; set; }

    /// <summary>Whether it fails back by itself: 0 no, 1 yes.</summary>
    [Parameter]
    public int? AutoFailbackType { get; set; }

    /// <summary>The hour, 0 to 23, from which on it may fail back; -1 for always.</summary>
    [Parameter]
    public int? FailbackWindowStart { get; set; }

    /// <summary>The hour, 0 to 23, up to which it may fail back; -1 for always.</summary>
    [Parameter]
    public int? FailbackWindowEnd { get; set; }

    /// <summary>
    /// Names by which it is kept apart from groups that have one of them too, where another node can take it.
    /// </summary>
    [Parameter]
    [AllowEmptyCollection]
    public string[]? AntiAffinityClassNames { get; set; }

    /// <inheritdoc/>
    private protected override string[]? Names => Name;

    /// <inheritdoc/>
    private protected override Func<ClusterGroupView, bool>? PartOf(object input) => 
        input is VirtualMachine vm ? view => view.VMKeys.Contains(vm.Number) : null;

    /// <inheritdoc/>
    private protected override LabRequest Request(ClusterGroup target) => new SetClusterGroup
    {
        Group = target.Key,
        NewName = NewName,
        Description = Description,
        FailoverThreshold = FailoverThreshold,
        FailoverPeriod = FailoverPeriod,
        Priority = Priority,
        AutoFailbackType = AutoFailbackType,
        FailbackWindowStart = FailbackWindowStart,
        FailbackWindowEnd = FailbackWindowEnd,
        AntiAffinityClassNames = AntiAffinityClassNames,
    };
}
