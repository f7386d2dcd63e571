using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>Gets the domains of the lab's directory.</summary>
/// <example>
/// <code>Get-LabADDomain</code>
/// Shows the domain with its security identifier and controller.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabADDomain")]
[OutputType(typeof(ADDomain))]
public sealed class GetLabADDomainCommand : LabCmdlet
{
    /// <summary>The domains' DNS names. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<DomainView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Identity { get; set; }

    /// <inheritdoc/>
    private protected override void Process() =>
        WriteObject(Named<DomainView, ADDomain>(Identity), enumerateCollection: true);
}
