using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Removes pools of addresses. Who has an address of one keeps it.</summary>
/// <example>
/// <code>Get-LabAddressPool Migration | Remove-LabAddressPool</code>
/// Removes one pool.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabAddressPool", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveLabAddressPoolCommand : LabTargetCmdlet<AddressPool>
{
    /// <summary>The pools' names. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<AddressPoolView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = null!;

    /// <inheritdoc/>
    private protected override IEnumerable<AddressPool> Targets() => Named<AddressPoolView, AddressPool>(Name);

    /// <inheritdoc/>
    private protected override LabRequest Request(AddressPool target) =>
        new RemoveAddressPool { AddressPool = target.Key };
}
