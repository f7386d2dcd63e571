using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>Gets the groups of firewall rules of computers.</summary>
/// <remarks>
/// The lab switches whole groups: the rules in them are not modelled one by one.
/// </remarks>
/// <example>
/// <code>Get-LabNetFirewallRule -DisplayGroup 'Remote Volume Management'</code>
/// Shows where remote disk management is let through.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabNetFirewallRule")]
[OutputType(typeof(FirewallRuleGroup))]
public sealed class GetLabNetFirewallRuleCommand : LabCmdlet
{
    /// <summary>The groups. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<FirewallGroupView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? DisplayGroup { get; set; }

    /// <summary>
    /// The computers' names. Without it, the host that was entered with Enter-LabHost, or the whole lab.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        IReadOnlySet<int>? scope = ComputerNames.Scope(Handle, ComputerName);
        WriteObject(
            Named<FirewallGroupView, FirewallRuleGroup>(DisplayGroup, view =>
                scope?.Contains(view.ComputerKey) ?? true),
            enumerateCollection: true);
    }
}
