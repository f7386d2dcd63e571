using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>Gets computer objects of the lab's directory: members, controllers and clusters.</summary>
/// <example>
/// <code>Get-LabADComputer</code>
/// Lists the computer objects.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabADComputer")]
[OutputType(typeof(ADComputer))]
public sealed class GetLabADComputerCommand : LabCmdlet
{
    /// <summary>The computers' or clusters' names. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<DirectoryComputerView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Identity { get; set; }

    /// <inheritdoc/>
    private protected override void Process() =>
        WriteObject(Named<DirectoryComputerView, ADComputer>(Identity), enumerateCollection: true);
}
