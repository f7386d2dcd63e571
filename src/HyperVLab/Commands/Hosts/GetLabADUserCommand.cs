using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>Gets accounts of the lab's directory.</summary>
/// <example>
/// <code>Get-LabADUser LAB\Administrator</code>
/// Shows the domain's administrator.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabADUser")]
[OutputType(typeof(ADUser))]
public sealed class GetLabADUserCommand : LabCmdlet
{
    /// <summary>The accounts' names with their domain. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<AccountView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Identity { get; set; }

    /// <inheritdoc/>
    private protected override void Process() =>
        WriteObject(Named<AccountView, ADUser>(Identity), enumerateCollection: true);
}
