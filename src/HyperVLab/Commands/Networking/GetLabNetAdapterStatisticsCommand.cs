using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Gets what passed network adapters: bytes and packets for one, for a group and for all, and drops.</summary>
/// <remarks>
/// ARP, ping and whatever else the lab sends frame by frame is counted, and TCP connections (Start-LabFlow) are: what
/// they sent until now is computed when somebody looks. Heartbeats of clusters and the memory of live migrations are
/// not. Of a bond or team it is what its members sent and received together.
/// </remarks>
/// <example>
/// <code>Get-LabNetAdapterStatistics -ComputerName HV1</code>
/// Shows what each adapter of the host sent and received.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabNetAdapterStatistics", DefaultParameterSetName = "ByName")]
[OutputType(typeof(NetAdapterStatistics))]
public sealed class GetLabNetAdapterStatisticsCommand : ComputerReadingCmdlet
{
    /// <summary>The adapters' names. Wildcards are permitted. Without it, all.</summary>
    [Parameter(Position = 0, ParameterSetName = "ByName", ValueFromPipelineByPropertyName = true)]
    [Alias("ifAlias", "InterfaceAlias")]
    [ArgumentCompleter(typeof(NameCompleter<NetworkAdapterView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>What the drivers call them. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ByInstanceID")]
    [Alias("ifDesc")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] InterfaceDescription { get; set; } = null!;

    /// <inheritdoc/>
    private protected override void Process()
    {
        IReadOnlySet<int>? scope = Scope;
        WriteObject(
            Named<NetAdapterStatisticsView, NetAdapterStatistics>(
                Name,
                view => view.IsShown
                    && (scope?.Contains(view.ComputerKey) ?? true)
                    && Wildcards.Match(InterfaceDescription, view.InterfaceDescription)),
            enumerateCollection: true);
    }
}
