using System.Management.Automation;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Gets what computers know of their neighbours: the ARP caches.</summary>
/// <remarks>
/// An entry is Reachable for 15 to 45 seconds after the neighbour answered, then Stale. What is sent by a stale entry
/// is followed by up to three questions; when nobody answers, the entry goes, and pings say "destination host
/// unreachable".
/// </remarks>
/// <example>
/// <code>Get-LabNetNeighbor -ComputerName ADMIN1</code>
/// Shows what your workstation knows.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabNetNeighbor")]
[OutputType(typeof(NetNeighbor))]
public sealed class GetLabNetNeighborCommand : ComputerReadingCmdlet
{
    /// <summary>The neighbours' addresses. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? IPAddress { get; set; }

    /// <summary>Only entries in these states.</summary>
    [Parameter]
    public Engine.Networking.NeighborState[]? State { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        IReadOnlySet<int>? scope = Scope;
        WriteObject(
            Named<ArpEntryView, NetNeighbor>(
                IPAddress,
                view => (scope?.Contains(view.ComputerKey) ?? true) && (State?.Contains(view.State) ?? true)),
            enumerateCollection: true);
    }
}
