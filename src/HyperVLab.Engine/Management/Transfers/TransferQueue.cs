using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management.Events;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>
/// Whose turn it is: a computer takes part in few background transfers at once, the more urgent before the less, and
/// else the first before the last. One in the foreground waits for none.
/// </summary>
internal static class TransferQueue
{
    /// <summary>Lets all go on whose turn it is, and those wait whose turn it is no more.</summary>
    public static void Settle(LabState lab)
    {
        while (Begin(lab))
        {
            // One that could not begin leaves its turn to others.
        }

        Flows.Settle(lab);
    }

    /// <summary>Ends what is sent without a break; what has arrived so far is kept. The caller settles.</summary>
    public static void EndStretch(LabState lab, Transfer transfer)
    {
        lab.Cancel(transfer.Event);
        transfer.Await(null, null);
        Flow? flow = lab.Flows.Find(transfer.Flow);
        transfer.EndStretch(TransferWays.BytesAt(lab, transfer), lab.Now);
        if (flow is not null)
        {
            Flows.Discard(lab, flow);
        }
    }

    /// <summary>Lets an event take a transfer further.</summary>
    public static void Await(LabState lab, Transfer transfer, TimeSpan delay)
    {
        lab.Cancel(transfer.Event);
        transfer.Await(lab.Schedule(delay, new TransferDue(transfer.Key)), lab.Now + delay);
    }

    private static bool Begin(LabState lab)
    {
        var taken = new Dictionary<Key<PhysicalComputer>, int>();
        foreach (Transfer transfer in InOrder(lab))
        {
            bool isFree = transfer.Priority == TransferPriority.Foreground
                || (IsFree(taken, transfer.Source) && IsFree(taken, transfer.Target));
            if (isFree && transfer.Priority != TransferPriority.Foreground)
            {
                taken[transfer.Source] = taken.GetValueOrDefault(transfer.Source) + 1;
                taken[transfer.Target] = taken.GetValueOrDefault(transfer.Target) + 1;
            }

            if (isFree && transfer.State == TransferState.Queued && !Transfers.Start(lab, transfer))
            {
                return true;
            }

            if (!isFree && transfer.State == TransferState.Transferring)
            {
                EndStretch(lab, transfer);
                transfer.Queue();
            }
        }

        return false;
    }

    private static List<Transfer> InOrder(LabState lab) =>
    [
        .. lab.Transfers.Where(one => one.State is TransferState.Queued or TransferState.Transferring)
            .OrderBy(one => one.Priority)
            .ThenBy(one => one.State == TransferState.Queued)
            .ThenBy(one => one.Key.Number),
    ];

    private static bool IsFree(Dictionary<Key<PhysicalComputer>, int> taken, Key<PhysicalComputer> computer) =>
        taken.GetValueOrDefault(computer) < TransferSettings.MostAtOnce;
}
