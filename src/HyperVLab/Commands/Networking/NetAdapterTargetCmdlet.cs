using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Networking;

/// <summary>A cmdlet that changes network adapters given by name or as Get-LabNetAdapter writes them.</summary>
public abstract class NetAdapterTargetCmdlet : LabPassthruCmdlet<NetAdapter>
{
    /// <summary>The adapters' names. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ByName", ValueFromPipelineByPropertyName = true)]
    [Alias("ifAlias", "InterfaceAlias")]
    [ArgumentCompleter(typeof(NameCompleter<NetworkAdapterView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = null!;

    /// <summary>The computer. Without it, the host entered with Enter-LabHost, or the only host of the lab.</summary>
    [Parameter(ParameterSetName = "ByName", ValueFromPipelineByPropertyName = true)]
    [Alias("PSComputerName", "Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string? ComputerName { get; set; }

    /// <summary>The adapters, as Get-LabNetAdapter writes them.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "InputObject", ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public NetAdapter[] InputObject { get; set; } = null!;

    /// <inheritdoc/>
    private protected sealed override IEnumerable<NetAdapter> Targets()
    {
        if (ParameterSetName == "InputObject")
        {
            return InputObject;
        }

        int computer = ComputerNames.Host(Handle, ComputerName).Number;
        return Named<NetworkAdapterView, NetAdapter>(
            Name, view => view.ComputerKey == computer && view.Kind != NetworkAdapterKind.EmbeddedTeam);
    }

    /// <summary>The key of an adapter's computer.</summary>
    private protected static Key<PhysicalComputer> ComputerOf(NetAdapter adapter) =>
        ComputerNames.Host(adapter.Handle, adapter.ComputerName);

    /// <inheritdoc/>
    private protected override string NameOf(NetAdapter target) => $"{target.ComputerName}: {target.Name}";
}
