using HyperVLab.Engine.Management;

namespace HyperVLab.Engine.Proof;

/// <summary>What is sent in the background is sent once, and goes on.</summary>
internal static class TransferInvariants
{
    /// <summary>Adds what does not hold.</summary>
    public static void Check(LabState lab, Findings findings)
    {
        foreach (Transfer transfer in lab.Transfers)
        {
            long next = 0;
            foreach (TransferStretch stretch in transfer.Stretches)
            {
                if (stretch.Offset != next || stretch.Bytes <= 0 || stretch.Ended < stretch.Began)
                {
                    Add(findings, transfer, $"sends byte {stretch.Offset} when {next} is next");
                }

                next = stretch.Offset + stretch.Bytes;
            }

            bool isCounted = next == transfer.Bytes && next <= transfer.BytesTotal
                && (transfer.Restarts == 0 ? transfer.SentBytes == next : transfer.SentBytes >= next)
                && (transfer.State != TransferState.Transferred || next == transfer.BytesTotal);
            if (!isCounted)
            {
                Add(findings, transfer, $"has {transfer.Bytes} bytes, sent {transfer.SentBytes} and notes {next}");
            }

            if (transfer.State == TransferState.Transferring != transfer.Since is not null
                || (transfer.Flow is { } flow && !lab.Flows.Contains(flow)))
            {
                Add(findings, transfer, $"is {transfer.State} without a connection");
            }

            bool waits = transfer.State != TransferState.TransientError || transfer.Event is not null;
            bool isSent = transfer.State != TransferState.Transferring || transfer.Flow is not null
                || transfer.Event is not null;
            if (!waits || !isSent)
            {
                findings.Add(
                    LabInvariant.EveryOperationEnds, transfer.Name, $"{transfer.Name} is {transfer.State} for ever.");
            }
        }
    }

    private static void Add(Findings findings, Transfer transfer, FormattableString what) => findings.Add(
        LabInvariant.TransfersGoOnce, transfer.Name, $"{transfer.Name} {FormattableString.Invariant(what)}.");
}
