using System.Collections.Concurrent;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Proof;

/// <summary>Whatever goes on has an event that takes it further.</summary>
internal static class OperationInvariants
{
    private static readonly ConcurrentDictionary<Type, StateProperty[]> s_awaited = new();

    /// <summary>Adds what does not hold.</summary>
    public static void Check(LabState lab, Findings findings)
    {
        foreach ((string name, ITable table) in lab.Tables)
        {
            StateProperty[] awaited = s_awaited.GetOrAdd(table.EntityType, AwaitedBy);
            if (awaited.Length > 0)
            {
                foreach (object row in table.Rows)
                {
                    Check(lab, row, awaited, name, findings);
                }
            }
        }

        foreach (LabJob job in lab.Jobs)
        {
            if (!job.HasEnded && lab.Scheduler.Queue.Count == 0 && !WaitsForSomebody(lab, job))
            {
                findings.Add(
                    LabInvariant.EveryOperationEnds, job.Name, $"{job.Script} goes on, and nothing can end it.");
            }

            if (job.PercentComplete is < 0 or > 100)
            {
                findings.Add(LabInvariant.CountersAreRight, job.Name, $"{job.Script} is not between 0 and 100 % done.");
            }
        }
    }

    // A ping without end, or a transfer that was suspended.
    private static bool WaitsForSomebody(LabState lab, LabJob job) =>
        lab.Pings.Any(ping => ping.Job == job.Key)
        || lab.Transfers.Any(transfer => transfer.State == TransferState.Suspended
            && lab.VmmOperations[transfer.Operation].Job == job.Key);

    private static void Check(LabState lab, object row, StateProperty[] awaited, string where, Findings findings)
    {
        foreach (StateProperty property in awaited)
        {
            object? value = property.Get(row);
            if (value is long sequence && !lab.Scheduler.Queue.IsWaiting(sequence))
            {
                string name = (row as INamed)?.Name ?? where;
                findings.Add(
                    LabInvariant.EveryOperationEnds, name, $"{where}.{property.Name} of {name}: nothing waits.");
            }
            else if (value is not null and not long)
            {
                Check(lab, value, s_awaited.GetOrAdd(value.GetType(), AwaitedBy), $"{where}.{property.Name}", findings);
            }
        }
    }

    // By their names these hold the sequence of an event; records within are looked into.
    private static StateProperty[] AwaitedBy(Type type) =>
    [
        .. StateContract.Of(type).Properties.Where(static property => property.Type.Kind switch
        {
            StateKind.Int64 => property.Name is "Event" or "BootEvent" or "NextSend"
                || property.Name.EndsWith("Sequence", StringComparison.Ordinal),
            StateKind.Record => true,
            _ => false,
        }),
    ];
}
