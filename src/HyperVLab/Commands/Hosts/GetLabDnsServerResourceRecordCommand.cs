using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>Gets the address records of the lab's DNS.</summary>
/// <example>
/// <code>Get-LabDnsServerResourceRecord HVR2*</code>
/// Shows the addresses that the hosts have registered.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabDnsServerResourceRecord")]
[OutputType(typeof(DnsResourceRecord))]
public sealed class GetLabDnsServerResourceRecordCommand : LabCmdlet
{
    /// <summary>The host names, without the domain's. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<DnsRecordView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    private protected override void Process() =>
        WriteObject(Named<DnsRecordView, DnsResourceRecord>(Name), enumerateCollection: true);
}
