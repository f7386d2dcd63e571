using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>Switches groups of firewall rules on.</summary>
/// <remarks>
/// It is done at the computer's own console. Remote disk management needs the group "Remote Volume Management" on at
/// both ends: on the host and on the workstation.
/// </remarks>
/// <example>
/// <code>Enable-LabNetFirewallRule -DisplayGroup 'Remote Volume Management' -ComputerName HVR2NODO1, HVR2NODO2</code>
/// Lets remote disk management through on two hosts.
/// </example>
[Cmdlet(VerbsLifecycle.Enable, "LabNetFirewallRule", SupportsShouldProcess = true)]
[OutputType(typeof(FirewallRuleGroup))]
public sealed class EnableLabNetFirewallRuleCommand : LabPassthruCmdlet<FirewallRuleGroup>
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
    private protected override IEnumerable<FirewallRuleGroup> Targets() =>
        HostTargets.Find(Handle, ComputerName, action => Guard(action)).SelectMany(host =>
            Named<FirewallGroupView, FirewallRuleGroup>(DisplayGroup, view => view.ComputerKey == host.Number));

    /// <inheritdoc/>
    private protected override LabRequest Request(FirewallRuleGroup target) => new EnableNetFirewallRule
    {
        DisplayGroup = target.DisplayGroup,
        Computer = ComputerNames.Host(target.Handle, target.ComputerName),
    };
}
