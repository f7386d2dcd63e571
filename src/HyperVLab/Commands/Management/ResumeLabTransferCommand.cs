using System.Management.Automation;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Lets transfers go on where they were.</summary>
/// <remarks>
/// One that could not go on, and would be tried again after 10 minutes, is tried at once. One whose job has failed
/// goes on with the job: Restart-LabJob. The counterpart is Resume-BitsTransfer.
/// </remarks>
/// <example>
/// <code>Get-LabTransfer | Where-Object JobState -EQ Suspended | Resume-LabTransfer -Passthru</code>
/// Lets those go on that somebody suspended.
/// </example>
[Cmdlet(VerbsLifecycle.Resume, "LabTransfer", DefaultParameterSetName = "Transfer", SupportsShouldProcess = true)]
[OutputType(typeof(FileTransfer))]
public sealed class ResumeLabTransferCommand : TransferCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(FileTransfer target) => new ResumeTransfer
    {
        Transfer = target.Key,
    };
}
