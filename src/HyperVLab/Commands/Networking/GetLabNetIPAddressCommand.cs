using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
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
public sealed class GetLabNetIPAddressCommand : LabCmdlet
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

    /// <summary>
    /// Only those of these computers. Without it, those of the host entered with Enter-LabHost, or of the whole lab.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("PSComputerName", "Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        IReadOnlySet<int>? scope = ComputerNames.Scope(Handle, ComputerName);
        WriteObject(
            Named<NetIPAddressView, NetIPAddress>(
                IPAddress,
                view => view.IPAddress is not null
                    && (scope?.Contains(view.ComputerKey) ?? true)
                    && (InterfaceAlias?.Any(pattern => Matches(pattern, view.InterfaceAlias)) ?? true)),
            enumerateCollection: true);
    }

    private static bool Matches(string pattern, string value) =>
        new WildcardPattern(pattern, WildcardOptions.IgnoreCase).IsMatch(value);
}
