using System.Management.Automation;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Gives transfers up.</summary>
/// <remarks>
/// What has arrived is deleted, and the job that waits for it fails; restarted with Restart-LabJob it sends anew. The
/// counterpart is Remove-BitsTransfer.
/// </remarks>
/// <example>
/// <code>Stop-LabTransfer 3</code>
/// Gives the third transfer up.
/// </example>
[Cmdlet(VerbsLifecycle.Stop, "LabTransfer", DefaultParameterSetName = "Transfer", SupportsShouldProcess = true)]
[OutputType(typeof(FileTransfer))]
public sealed class StopLabTransferCommand : TransferCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(FileTransfer target) => new StopTransfer
    {
        Transfer = target.Key,
    };
}
