using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>A cmdlet that changes DHCP scopes given by their subnets.</summary>
public abstract class DhcpScopeCmdlet : LabTargetCmdlet<DhcpServerv4Scope>
{
    /// <summary>
    /// The subnets, or the scopes as Get-LabDhcpServerv4Scope writes them. Wildcards are permitted. Of two networks
    /// with one subnet -ComputerName says whose scope is meant.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<DhcpScopeView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] ScopeId { get; set; } = null!;

    /// <summary>Only those that this computer serves.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Cn", "ServerName")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    public string? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected sealed override IEnumerable<DhcpServerv4Scope> Targets()
    {
        string? server = string.IsNullOrEmpty(ComputerName)
            ? null
            : ComputerNames.HostView(Handle, ComputerName).Name;
        bool IsServed(DhcpScopeView view) => server is null || view.ServerName == server;
        foreach (string scope in ScopeId)
        {
            if (WildcardPattern.ContainsWildcardCharacters(scope))
            {
                foreach (DhcpServerv4Scope found in Named<DhcpScopeView, DhcpServerv4Scope>([scope], IsServed))
                {
                    yield return found;
                }

                continue;
            }

            DhcpScopeView? one = null;
            Guard(() => one = ThingNames.FindOne<DhcpScopeView>(
                Handle, scope, IsServed, static view => $"{view.Name} ({view.ServerName ?? view.PhysicalSwitchName})"));
            if (one is not null)
            {
                yield return LabObjects.Of<DhcpServerv4Scope>(Handle, one);
            }
        }
    }
}
