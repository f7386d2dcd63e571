using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Gets DHCP scopes: the lab's pools of addresses.</summary>
/// <example>
/// <code>Get-LabDhcpServerv4Scope | Format-List</code>
/// Shows everything about the scopes.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabDhcpServerv4Scope")]
[OutputType(typeof(DhcpServerv4Scope))]
public sealed class GetLabDhcpServerv4ScopeCommand : LabCmdlet
{
    /// <summary>The subnets. Wildcards are permitted. Without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<DhcpScopeView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? ScopeId { get; set; }

    /// <summary>Only those that this computer serves.</summary>
    [Parameter]
    [Alias("Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        string? server = ComputerName is null ? null : ComputerNames.HostView(Handle, ComputerName).Name;
        WriteObject(
            Named<DhcpScopeView, DhcpServerv4Scope>(ScopeId, view => server is null || view.ServerName == server),
            enumerateCollection: true);
    }
}
