using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Gets the computers that Virtual Machine Manager servers manage.</summary>
/// <remarks>
/// State says whether the agent answers now.
/// </remarks>
/// <example>
/// <code>Get-LabVMMManagedComputer | Where-Object State -eq NotResponding</code>
/// Lists the computers whose agents do not answer.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVMMManagedComputer")]
[Alias("Get-VMMManagedComputer")]
[OutputType(typeof(VMMManagedComputer))]
public sealed class GetLabVMMManagedComputerCommand : LabCmdlet
{
    /// <summary>The computers' names. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<ManagedComputerView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>Only the computers of this server.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<VmmServerView>))]
    [ValidateNotNullOrEmpty]
    public string? VMMServer { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        int? server = VmmNames.Server(Handle, VMMServer)?.Number;
        WriteObject(
            Named<ManagedComputerView, VMMManagedComputer>(
                ComputerName, view => server is null || view.ServerKey == server),
            enumerateCollection: true);
    }
}
