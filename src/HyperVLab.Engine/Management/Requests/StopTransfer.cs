namespace HyperVLab.Engine.Management.Requests;

/// <summary>Gives a transfer up: what has arrived is deleted, and the job that waits for it fails.</summary>
public sealed record StopTransfer : TransferRequest
{
    private protected override string Verb => "stopped";

    private protected override bool IsPossible(Transfer transfer) => transfer.State != TransferState.Transferred;

    private protected override void Act(LabState lab, Transfer transfer) => Transfers.Cancel(lab, transfer);
}
