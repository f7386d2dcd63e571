using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management;

/// <summary>
/// Sends things between managed computers as the Background Intelligent Transfer Service does: over one connection
/// each, with idle bandwidth, on from where it was after any break. Nothing ticks: a transfer knows what had arrived
/// when its connection began, and that connection counts the rest when asked.
/// </summary>
internal static class Transfers
{
    /// <summary>
    /// Sends what an operation's step needs. What it has begun before goes on where it was; what has arrived stays.
    /// </summary>
    /// <returns>Why it cannot; null where it goes on.</returns>
    public static StepFailure? Begin(LabState lab, VmmOperation operation, IEnumerable<TransferPlan> plans)
    {
        foreach (TransferPlan plan in plans)
        {
            if (Of(lab, operation).FirstOrDefault(one => one.Name == plan.Name) is { } known)
            {
                Requeue(known);
                continue;
            }

            if (TransferFiles.Refusal(lab, plan) is { } refusal)
            {
                return new StepFailure(refusal.Error, plan.Name, [.. refusal.Arguments]);
            }

            Transfer transfer = lab.Transfers.Add(key => new Transfer(key, operation, plan, lab.Now));
            if (TransferFiles.Prepare(lab, transfer) is { } failure)
            {
                lab.Transfers.Remove(transfer.Key);
                return failure;
            }
        }

        TransferQueue.Settle(lab);
        return null;
    }

    /// <summary>What is sent for an operation, in the order in which it was asked for.</summary>
    public static List<Transfer> Of(LabState lab, VmmOperation operation) =>
        [.. lab.Transfers.Where(one => one.Operation == operation.Key)];

    /// <summary>Whether all that is sent for an operation has arrived.</summary>
    public static bool HaveArrived(LabState lab, VmmOperation operation) =>
        Of(lab, operation).TrueForAll(one => one.State == TransferState.Transferred);

    /// <summary>Keeps what has arrived so far, while an operation is halted.</summary>
    public static void Halt(LabState lab, VmmOperation operation)
    {
        foreach (Transfer transfer in Of(lab, operation).Where(one => one.IsActive))
        {
            TransferQueue.EndStretch(lab, transfer);
            transfer.Suspend();
        }

        TransferQueue.Settle(lab);
    }

    /// <summary>Forgets what was sent for an operation; what has not arrived is given up.</summary>
    public static void Forget(LabState lab, VmmOperation operation)
    {
        foreach (Transfer transfer in Of(lab, operation))
        {
            Remove(lab, transfer);
        }

        TransferQueue.Settle(lab);
    }

    /// <summary>Suspends a transfer.</summary>
    public static void Suspend(LabState lab, Transfer transfer)
    {
        TransferQueue.EndStretch(lab, transfer);
        transfer.Suspend();
        TransferQueue.Settle(lab);
    }

    /// <summary>Lets a transfer go on, or tries it at once.</summary>
    public static void Resume(LabState lab, Transfer transfer)
    {
        TransferQueue.EndStretch(lab, transfer);
        Requeue(transfer);
        TransferQueue.Settle(lab);
    }

    /// <summary>Gives a transfer up, and what waits for it fails.</summary>
    public static void Cancel(LabState lab, Transfer transfer)
    {
        Remove(lab, transfer);
        FailOperation(lab, transfer, new StepFailure(TransferErrors.Cancelled, transfer.Name, transfer.Name));
        TransferQueue.Settle(lab);
    }

    /// <summary>Makes a transfer more or less urgent; it goes on so at once.</summary>
    public static void Prefer(LabState lab, Transfer transfer, TransferPriority priority, int? bandwidthPercent)
    {
        transfer.Prefer(priority, bandwidthPercent);
        if (transfer.State == TransferState.Transferring)
        {
            TransferQueue.EndStretch(lab, transfer);
            transfer.Queue();
        }

        TransferQueue.Settle(lab);
    }

    /// <summary>Begins to send what is left.</summary>
    /// <returns>Whether it is sent now.</returns>
    public static bool Start(LabState lab, Transfer transfer)
    {
        if (TransferWays.Blocked(lab, transfer) is { } blocked)
        {
            Stop(lab, transfer, blocked);
            return false;
        }

        if (TransferFiles.Prepare(lab, transfer) is { } failure)
        {
            Fail(lab, transfer, failure);
            return false;
        }

        long left = transfer.BytesTotal - transfer.Bytes;
        if (transfer.IsLocal || left == 0)
        {
            transfer.Go(null, lab.Now);
            TransferQueue.Await(lab, transfer, TransferTime.Of(left, TransferSettings.LocalBytesPerSecond));
            return true;
        }

        if (TransferWays.Open(lab, transfer) is not { } flow)
        {
            Stop(lab, transfer, TransferWays.ConnectionLost(lab, transfer));
            return false;
        }

        transfer.Go(flow.Key, lab.Now);
        return true;
    }

    /// <summary>An event takes a transfer further.</summary>
    public static void Advance(LabState lab, Transfer transfer)
    {
        transfer.Await(null, null);
        if (transfer.IsLost)
        {
            TransferQueue.EndStretch(lab, transfer);
            transfer.Restart();
            transfer.KeepRoom(null);
            if (transfer.IsActive || transfer.State == TransferState.Transferred)
            {
                Await(lab, transfer);
            }
        }
        else if (transfer.State == TransferState.TransientError)
        {
            if (lab.Now - transfer.FailingSince >= TransferSettings.RetryTimeout)
            {
                Fail(lab, transfer, new StepFailure(
                    LabError.All[transfer.ErrorKey!], transfer.Name, [.. transfer.ErrorArguments]));
            }
            else
            {
                transfer.Queue();
            }
        }
        else if (transfer.State == TransferState.Transferring)
        {
            EndSending(lab, transfer);
        }

        TransferQueue.Settle(lab);
    }

    /// <summary>Hears that its connection or a file is no more: what follows comes with the next event.</summary>
    public static void Look(LabState lab, Transfer transfer) => TransferQueue.Await(lab, transfer, TimeSpan.Zero);

    /// <summary>Puts a transfer off until its way is there again.</summary>
    public static void Stop(LabState lab, Transfer transfer, StepFailure why)
    {
        if (why.Error == TransferErrors.SourceGone)
        {
            Fail(lab, transfer, why);
            return;
        }

        transfer.Interrupt(why.Error, why.Arguments, TransferWays.IsOffline(lab, transfer.Target), lab.Now);
        TransferQueue.Await(
            lab, transfer, transfer.FailingSince!.Value + TransferSettings.RetryTimeout - lab.Now);
        TransferWatch.Follow(lab, transfer);
    }

    private static void EndSending(LabState lab, Transfer transfer)
    {
        TransferQueue.EndStretch(lab, transfer);
        if (transfer.Bytes < transfer.BytesTotal)
        {
            Stop(lab, transfer, TransferWays.Blocked(lab, transfer) ?? TransferWays.ConnectionLost(lab, transfer));
        }
        else if (TransferWays.Blocked(lab, transfer) is { } blocked)
        {
            Stop(lab, transfer, blocked);
        }
        else if (TransferFiles.Deliver(lab, transfer) is not { } failure)
        {
            EndStep(lab, transfer);
        }
        else if (failure.Error == TransferErrors.Differs && transfer.Restarts < TransferSettings.MostRestarts)
        {
            transfer.Restart();
            Stop(lab, transfer, failure);
        }
        else
        {
            Fail(lab, transfer, failure);
        }
    }

    // Nothing is sent for an operation that is halted.
    private static void Await(LabState lab, Transfer transfer)
    {
        if (lab.VmmOperations.Find(transfer.Operation) is { State: VmmOperationState.Running })
        {
            transfer.Queue();
        }
        else
        {
            transfer.Suspend();
        }
    }

    private static void EndStep(LabState lab, Transfer transfer)
    {
        if (lab.VmmOperations.Find(transfer.Operation) is { State: VmmOperationState.Running } operation
            && HaveArrived(lab, operation))
        {
            VmmOperations.EndStep(lab, operation);
        }
    }

    private static void Fail(LabState lab, Transfer transfer, StepFailure why)
    {
        transfer.Fail(why.Error, why.Arguments);
        FailOperation(lab, transfer, why);
    }

    private static void FailOperation(LabState lab, Transfer transfer, StepFailure why)
    {
        if (lab.VmmOperations.Find(transfer.Operation) is { State: VmmOperationState.Running } operation)
        {
            VmmOperations.Fail(lab, operation, why);
        }
    }

    private static void Requeue(Transfer transfer)
    {
        if (transfer.State != TransferState.Transferred)
        {
            transfer.ForgiveErrors();
            transfer.Queue();
        }
    }

    private static void Remove(LabState lab, Transfer transfer)
    {
        TransferQueue.EndStretch(lab, transfer);
        TransferFiles.DropPartial(lab, transfer);
        lab.Transfers.Remove(transfer.Key);
    }
}
