namespace HyperVLab.Engine.Management.Requests;

/// <summary>Suspends a transfer: what has arrived is kept.</summary>
public sealed record SuspendTransfer : TransferRequest
{
    private protected override string Verb => "suspended";

    private protected override bool IsPossible(Transfer transfer) => transfer.IsActive;

    private protected override void Act(LabState lab, Transfer transfer) => Transfers.Suspend(lab, transfer);
}
