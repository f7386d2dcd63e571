using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Looks at physical computers that are to be converted: what they are, and what speaks against it.</summary>
/// <remarks>
/// The Virtual Machine Manager server must reach the computer. Each issue says what it is and what to do, and whether
/// it keeps the computer from being converted online, offline or not at all; one that blocks nothing is a warning.
/// </remarks>
/// <example>
/// <code>Get-LabMachineConfiguration FILE1 | Select-Object -ExpandProperty Issue</code>
/// Shows what is to be known before FILE1 is converted.
/// </example>
/// <example>
/// <code>Get-LabServer | Get-LabMachineConfiguration</code>
/// Shows of every server whether and how it can be converted.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabMachineConfiguration")]
[Alias("Get-MachineConfig")]
[OutputType(typeof(MachineConfiguration))]
public sealed class GetLabMachineConfigurationCommand : LabCmdlet
{
    /// <summary>The computers.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<ServerView>))]
    [ValidateNotNullOrEmpty]
    public string[] SourceComputerName { get; set; } = null!;

    /// <summary>
    /// An account that administers the computers, with its password, for whoever does not himself.
    /// </summary>
    [Parameter]
    [Credential]
    [ValidateNotNull]
    public PSCredential? Credential { get; set; }

    /// <summary>The Virtual Machine Manager server. Without it, the only one of the lab.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<VmmServerView>))]
    [ValidateNotNullOrEmpty]
    public string? VMMServer { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        AccountProof? proof = Secrets.ProofOf(Handle, Credential);
        foreach (string name in SourceComputerName)
        {
            Guard(() => WriteObject(new MachineConfiguration(Handle.Lab.Ask(new MachineConfigurationQuery
            {
                Computer = ServerNames.Computer(Handle, name, proof),
                Credential = proof,
                VMMServer = VmmNames.Server(Handle, VMMServer),
            }))));
        }
    }
}
