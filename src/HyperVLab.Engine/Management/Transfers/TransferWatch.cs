using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>
/// What transfers hear of. A way that is there again is noticed at the next retry, whose moment is reckoned and not
/// ticked; while there is no way nothing is tried.
/// </summary>
internal static class TransferWatch
{
    /// <summary>Hears that ways may be others.</summary>
    public static void Follow(LabState lab)
    {
        foreach (Transfer transfer in lab.Transfers)
        {
            Follow(lab, transfer);
        }
    }

    /// <summary>Hears that the way of a transfer may be another.</summary>
    public static void Follow(LabState lab, Transfer transfer)
    {
        if (transfer.State == TransferState.Transferring && TransferWays.Blocked(lab, transfer) is not null)
        {
            Transfers.Look(lab, transfer);
        }
        else if (transfer.State == TransferState.TransientError && TransferWays.IsOpen(lab, transfer)
            && RetryOf(lab, transfer) is var retry && retry < transfer.Due)
        {
            TransferQueue.Await(lab, transfer, retry - lab.Now);
        }
    }

    /// <summary>Hears that a connection is no more.</summary>
    public static void Ended(LabState lab, Key<Flow> flow)
    {
        foreach (Transfer transfer in lab.Transfers)
        {
            if (transfer.Flow == flow)
            {
                Transfers.Look(lab, transfer);
            }
        }
    }

    /// <summary>Lets go of a file that goes.</summary>
    public static void Forget(LabState lab, Key<StoredFile> file)
    {
        foreach (Transfer transfer in lab.Transfers)
        {
            if (transfer.File == file)
            {
                transfer.ForgetFile();
                if (transfer.State == TransferState.Transferring)
                {
                    Transfers.Look(lab, transfer);
                }
            }

            if (transfer.Partial == file || transfer.Arrived == file)
            {
                transfer.Lose();
                Transfers.Look(lab, transfer);
            }
        }
    }

    // The next of the moments at which it is tried; at once where only its own network was missing.
    private static TimeSpan RetryOf(LabState lab, Transfer transfer)
    {
        if (transfer.IsOffline)
        {
            return lab.Now;
        }

        long interval = TransferSettings.RetryInterval.Ticks;
        long passed = (lab.Now - transfer.FailedAt!.Value).Ticks;
        long tries = Math.Max(1, (passed + interval - 1) / interval);
        return transfer.FailedAt!.Value + (tries * TransferSettings.RetryInterval);
    }
}
