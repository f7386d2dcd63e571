using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Gets the lab's pools of addresses.</summary>
/// <example>
/// <code>Get-LabAddressPool</code>
/// Lists the pools with how many addresses each has given away.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabAddressPool")]
[OutputType(typeof(AddressPool))]
public sealed class GetLabAddressPoolCommand : LabCmdlet
{
    /// <summary>The pools' names. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<AddressPoolView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    private protected override void Process() =>
        WriteObject(Named<AddressPoolView, AddressPool>(Name), enumerateCollection: true);
}
