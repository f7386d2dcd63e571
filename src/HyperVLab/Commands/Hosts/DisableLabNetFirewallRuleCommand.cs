using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>Switches groups of firewall rules off.</summary>
/// <remarks>
/// It is done at the computer's own console. Remote disk management needs the group "Remote Volume Management" on at
/// both ends: on the host and on the workstation.
/// </remarks>
/// <example>
/// <code>Disable-LabNetFirewallRule -DisplayGroup 'Remote Volume Management' -ComputerName HVR2NODO1, HVR2NODO2</code>
/// No longer lets remote disk management through on two hosts.
/// </example>
[Cmdlet(VerbsLifecycle.Disable, "LabNetFirewallRule", SupportsShouldProcess = true)]
[OutputType(typeof(FirewallRuleGroup))]
public sealed class DisableLabNetFirewallRuleCommand : FirewallRuleCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(FirewallRuleGroup target) => new DisableNetFirewallRule
    {
        DisplayGroup = target.DisplayGroup,
        Computer = ComputerNames.Host(target.Handle, target.ComputerName),
    };
}
