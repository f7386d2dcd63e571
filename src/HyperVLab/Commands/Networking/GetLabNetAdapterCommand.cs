using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Gets network adapters of the lab's computers.</summary>
/// <example>
/// <code>Get-LabNetAdapter -ComputerName HVR2NODO1</code>
/// Lists the adapters of one host: cards, bonds and the ports of its management operating system on virtual switches.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabNetAdapter", DefaultParameterSetName = "ByName")]
[OutputType(typeof(NetAdapter))]
public sealed class GetLabNetAdapterCommand : ComputerReadingCmdlet
{
    /// <summary>The adapters' names. Wildcards are permitted.</summary>
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

    /// <summary>Only those that are hardware.</summary>
    [Parameter]
    public SwitchParameter Physical { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        IReadOnlySet<int>? scope = Scope;
        WriteObject(
            Named<NetworkAdapterView, NetAdapter>(
                Name,
                view => view.Kind != Engine.Networking.NetworkAdapterKind.EmbeddedTeam
                    && (scope?.Contains(view.ComputerKey) ?? true)
                    && (!Physical || view.Kind == Engine.Networking.NetworkAdapterKind.Physical)
                    && Wildcards.Match(InterfaceDescription, view.InterfaceDescription)),
            enumerateCollection: true);
    }
}
