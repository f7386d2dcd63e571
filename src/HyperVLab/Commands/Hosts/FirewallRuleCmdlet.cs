using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>A cmdlet that changes groups of firewall rules of computers.</summary>
public abstract class FirewallRuleCmdlet : LabPassthruCmdlet<FirewallRuleGroup>
{
    /// <summary>The groups. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<FirewallGroupView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] DisplayGroup { get; set; } = null!;

    /// <summary>
    /// The computers' names. Without it, the host that was entered with Enter-LabHost, or the only host of the lab.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected sealed override IEnumerable<FirewallRuleGroup> Targets() =>
        HostTargets.Find(Handle, ComputerName, action => Guard(action)).SelectMany(host =>
            Named<FirewallGroupView, FirewallRuleGroup>(DisplayGroup, view => view.ComputerKey == host.Number));
}
