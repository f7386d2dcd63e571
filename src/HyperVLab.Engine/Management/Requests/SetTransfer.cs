using System.Globalization;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Makes a transfer more or less urgent, at once.</summary>
public sealed record SetTransfer : TransferRequest
{
    /// <summary>How urgent it is from now on; null to leave that.</summary>
    public TransferPriority? Priority { get; init; }

    /// <summary>
    /// How much of the slower link it takes at most, 1 to 100, idle or not; 0 for idle bandwidth only; null to leave
    /// that.
    /// </summary>
    public int? BandwidthPercent { get; init; }

    private protected override string Verb => "changed";

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        if (BandwidthPercent is < 0 or > 100)
        {
            string percent = BandwidthPercent.Value.ToString(CultureInfo.InvariantCulture);
            throw TransferErrors.Share.For(percent, percent);
        }

        base.Validate(lab, caller);
    }

    private protected override bool IsPossible(Transfer transfer) => transfer.State != TransferState.Transferred;

    private protected override void Act(LabState lab, Transfer transfer) => Transfers.Prefer(
        lab,
        transfer,
        Priority ?? transfer.Priority,
        BandwidthPercent switch
        {
            null => transfer.BandwidthPercent,
            0 => null,
            { } percent => percent,
        });
}
