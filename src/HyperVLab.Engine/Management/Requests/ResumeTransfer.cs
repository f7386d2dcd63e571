namespace HyperVLab.Engine.Management.Requests;

/// <summary>Lets a transfer go on where it was, or tries it again at once.</summary>
public sealed record ResumeTransfer : TransferRequest
{
    private protected override string Verb => "resumed";

    private protected override bool IsPossible(Transfer transfer) => transfer.State is
        TransferState.Suspended or TransferState.TransientError;

    private protected override void Act(LabState lab, Transfer transfer) => Transfers.Resume(lab, transfer);
}
