using System.Management.Automation;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Makes transfers more or less urgent.</summary>
/// <remarks>
/// In the foreground a transfer shares the bandwidth with all others and waits for no other transfer; in the
/// background it takes idle bandwidth only, or the share that is set. It holds at once. The counterpart is
/// Set-BitsTransfer.
/// </remarks>
/// <example>
/// <code>Get-LabTransfer web01.vhd | Set-LabTransfer -Priority Foreground</code>
/// Sends a disk as fast as the link lets it.
/// </example>
/// <example>
/// <code>Get-LabTransfer | Set-LabTransfer -BandwidthPercent 20</code>
/// Lets each transfer take up to a fifth of the slower link, whether that is idle or not.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabTransfer", DefaultParameterSetName = "Transfer", SupportsShouldProcess = true)]
[OutputType(typeof(FileTransfer))]
public sealed class SetLabTransferCommand : TransferCmdlet
{
    /// <summary>How urgent they are: Foreground, High, Normal or Low.</summary>
    [Parameter]
    public TransferPriority? Priority { get; set; }

    /// <summary>
    /// How much of the slower link each takes at most, 1 to 100, idle or not; 0 for idle bandwidth only.
    /// </summary>
    [Parameter]
    public int? BandwidthPercent { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request(FileTransfer target) => new SetTransfer
    {
        Transfer = target.Key,
        Priority = Priority,
        BandwidthPercent = BandwidthPercent,
    };
}
