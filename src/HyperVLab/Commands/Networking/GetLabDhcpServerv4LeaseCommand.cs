using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Gets the addresses that DHCP scopes have given away.</summary>
/// <remarks>
/// Whoever is there renews its lease each time half of it is over, without anything ticking; who is not loses the
/// address when the lease has expired and the scope has no other left.
/// </remarks>
/// <example>
/// <code>Get-LabDhcpServerv4Scope | Get-LabDhcpServerv4Lease</code>
/// Lists all leases.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabDhcpServerv4Lease")]
[OutputType(typeof(DhcpServerv4Lease))]
public sealed class GetLabDhcpServerv4LeaseCommand : LabCmdlet
{
    /// <summary>The subnets. Wildcards are permitted. Without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<DhcpScopeView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string? ScopeId { get; set; }

    /// <summary>Only those that this computer gave.</summary>
    [Parameter]
    [Alias("Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string? ComputerName { get; set; }

    /// <summary>Only these addresses. Wildcards are permitted.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? IPAddress { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        string? server = ComputerName is null ? null : ComputerNames.HostView(Handle, ComputerName).Name;
        var scope = new WildcardPattern(ScopeId ?? "*", WildcardOptions.IgnoreCase);
        WriteObject(
            Named<DhcpLeaseView, DhcpServerv4Lease>(
                IPAddress,
                view => scope.IsMatch(view.ScopeId) && (server is null || view.ServerName == server)),
            enumerateCollection: true);
    }
}
