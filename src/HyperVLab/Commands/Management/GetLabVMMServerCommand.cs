using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Gets Virtual Machine Manager servers.</summary>
/// <example>
/// <code>Get-LabVMMServer</code>
/// Lists the Virtual Machine Manager servers of the lab.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVMMServer")]
[OutputType(typeof(VMMServer))]
public sealed class GetLabVMMServerCommand : LabCmdlet
{
    /// <summary>The servers' names. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<VmmServerView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override void Process() =>
        WriteObject(Named<VmmServerView, VMMServer>(ComputerName), enumerateCollection: true);
}
