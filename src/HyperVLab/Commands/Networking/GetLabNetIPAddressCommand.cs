using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Gets the addresses of the lab's computers.</summary>
/// <example>
/// <code>Get-LabNetIPAddress -ComputerName HVR2NODO1</code>
/// Lists the addresses of a host.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabNetIPAddress")]
[OutputType(typeof(NetIPAddress))]
public sealed class GetLabNetIPAddressCommand : ComputerReadingCmdlet
{
    /// <summary>The addresses. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("LocalAddress")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? IPAddress { get; set; }

    /// <summary>Only those of the adapters of these names. Wildcards are permitted.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ifAlias")]
    [ArgumentCompleter(typeof(NameCompleter<NetworkAdapterView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? InterfaceAlias { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        IReadOnlySet<int>? scope = Scope;
        WriteObject(
            Named<NetIPAddressView, NetIPAddress>(
                IPAddress,
                view => view.IPAddress is not null
                    && (scope?.Contains(view.ComputerKey) ?? true)
                    && Wildcards.Match(InterfaceAlias, view.InterfaceAlias)),
            enumerateCollection: true);
    }
}
