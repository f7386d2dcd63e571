using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Gets the addresses that pools have given away.</summary>
/// <example>
/// <code>Get-LabAddressLease -PoolName Management</code>
/// Shows who has an address of that pool.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabAddressLease")]
[OutputType(typeof(AddressLease))]
public sealed class GetLabAddressLeaseCommand : LabCmdlet
{
    /// <summary>The addresses. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? IPAddress { get; set; }

    /// <summary>Only those of this pool.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<AddressPoolView>))]
    [ValidateNotNullOrEmpty]
    public string? PoolName { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => WriteObject(
        Named<AddressLeaseView, AddressLease>(
            IPAddress,
            view => PoolName is null || string.Equals(view.PoolName, PoolName, StringComparison.OrdinalIgnoreCase)),
        enumerateCollection: true);
}
