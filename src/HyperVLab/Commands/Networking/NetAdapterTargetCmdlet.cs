using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>A cmdlet that changes network adapters given by name or as Get-LabNetAdapter writes them.</summary>
public abstract class NetAdapterTargetCmdlet : ComputerPartCmdlet<NetAdapter>
{
    /// <summary>The adapters' names. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ByName", ValueFromPipelineByPropertyName = true)]
    [Alias("ifAlias", "InterfaceAlias")]
    [ArgumentCompleter(typeof(NameCompleter<NetworkAdapterView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = null!;

    /// <inheritdoc/>
    private protected sealed override IEnumerable<NetAdapter> NamedOn(int computer) =>
        Named<NetworkAdapterView, NetAdapter>(
            Name, view => view.ComputerKey == computer && view.Kind != NetworkAdapterKind.EmbeddedTeam);
}
