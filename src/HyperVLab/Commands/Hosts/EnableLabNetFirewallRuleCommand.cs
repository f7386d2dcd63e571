using System.Management.Automation;
using HyperVLab.Binding;
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
public sealed class EnableLabNetFirewallRuleCommand : FirewallRuleCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(FirewallRuleGroup target) => new EnableNetFirewallRule
    {
        DisplayGroup = target.DisplayGroup,
        Computer = ComputerNames.Host(target.Handle, target.ComputerName),
    };
}
