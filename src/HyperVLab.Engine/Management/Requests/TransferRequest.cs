using System.Globalization;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>A request about one transfer.</summary>
public abstract record TransferRequest : LabRequest
{
    /// <summary>The transfer.</summary>
    [Target("JobId")]
    public required Key<Transfer> Transfer { get; init; }

    /// <summary>What is done to it, as messages have it: suspended, ...</summary>
    private protected abstract string Verb { get; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        string number = Transfer.Number.ToString(CultureInfo.InvariantCulture);
        Transfer transfer = lab.Transfers.Find(Transfer) ?? throw TransferErrors.NoSuchTransfer.For(number, number);
        VmmOperation operation = lab.VmmOperations[transfer.Operation];
        VmmAccess.Demand(lab, caller, operation.Server);
        if (operation.State != VmmOperationState.Running)
        {
            throw TransferErrors.JobHalted.For(transfer.Name, transfer.Name);
        }

        if (!IsPossible(transfer))
        {
            throw TransferErrors.WrongState.For(transfer.Name, transfer.Name, transfer.State.ToString(), Verb);
        }
    }

    /// <inheritdoc/>
    internal sealed override void Act(LabState lab, LabJob job)
    {
        job.Give(Transfer);
        Act(lab, lab.Transfers[Transfer]);
    }

    private protected abstract bool IsPossible(Transfer transfer);

    private protected abstract void Act(LabState lab, Transfer transfer);
}
