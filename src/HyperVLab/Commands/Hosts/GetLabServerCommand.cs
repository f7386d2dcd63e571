using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>Gets servers with work of their own, which can be converted into virtual machines.</summary>
/// <example>
/// <code>Get-LabServer</code>
/// Lists the servers with their systems and loads.
/// </example>
/// <example>
/// <code>Get-LabServer | Get-LabMachineConfiguration | Where-Object { -not $_.CanConvertOnline }</code>
/// Lists the servers that cannot be converted while they run.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabServer")]
[OutputType(typeof(ServerComputer))]
public sealed class GetLabServerCommand : LabCmdlet
{
    /// <summary>The servers' names. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ComputerName", "Cn")]
    [ArgumentCompleter(typeof(NameCompleter<ServerView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    private protected override void Process() =>
        WriteObject(Named<ServerView, ServerComputer>(Name), enumerateCollection: true);
}
