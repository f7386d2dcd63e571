using System.Management.Automation;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Suspends transfers.</summary>
/// <remarks>
/// What has arrived is kept. The job waits until Resume-LabTransfer lets the transfer go on where it was; a cmdlet that
/// waits for the job says that nothing will end it. The counterpart is Suspend-BitsTransfer.
/// </remarks>
/// <example>
/// <code>Get-LabTransfer | Suspend-LabTransfer</code>
/// Suspends all.
/// </example>
[Cmdlet(VerbsLifecycle.Suspend, "LabTransfer", DefaultParameterSetName = "Transfer", SupportsShouldProcess = true)]
[OutputType(typeof(FileTransfer))]
public sealed class SuspendLabTransferCommand : TransferCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(FileTransfer target) => new SuspendTransfer
    {
        Transfer = target.Key,
    };
}
