using HyperVLab.Engine.Faults.Events;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Faults;

/// <summary>Looks whether what happens is what a fault waits for. Where none waits, nothing is looked at.</summary>
internal static class FaultTriggers
{
    /// <summary>A job begins a step.</summary>
    public static void Stepped(LabState lab, LabJob job, string step)
    {
        foreach (Fault fault in lab.Faults)
        {
            if (IsWaiting(fault) && Says(step, fault.Trigger.OnStep)
                && (fault.Trigger.OnJob is null || Says(job.Script, fault.Trigger.OnJob)) && Hits(lab, fault))
            {
                Begin(lab, fault);
            }
        }
    }

    /// <summary>A line is written to the log.</summary>
    public static void Written(LabState lab, string message)
    {
        foreach (Fault fault in lab.Faults)
        {
            if (IsWaiting(fault) && Says(message, fault.Trigger.OnLog) && Hits(lab, fault))
            {
                Begin(lab, fault);
            }
        }
    }

    /// <summary>The next time has come at which a fault with a rate may begin.</summary>
    public static void Due(LabState lab, Fault fault)
    {
        fault.Await(null);
        if (fault.State != FaultState.Armed)
        {
            return;
        }

        if (Hits(lab, fault))
        {
            Begin(lab, fault);
        }
        else
        {
            AwaitNext(lab, fault);
        }
    }

    /// <summary>
    /// Draws when a fault with a rate may begin next: any moment up to twice the mean time is as likely (ours).
    /// </summary>
    public static void AwaitNext(LabState lab, Fault fault)
    {
        long most = 2 * TimeSpan.TicksPerHour / fault.Trigger.RatePerHour!.Value;
        long ticks = 1 + lab.Draws.Between(0, most, "fault-time", fault.Key.Number, fault.Hits);
        fault.Await(lab.Schedule(TimeSpan.FromTicks(ticks), new FaultDue(fault.Key)));
    }

    // One that is about to begin has an event already.
    private static bool IsWaiting(Fault fault) => fault is { State: FaultState.Armed, Sequence: null };

    private static bool Says(string text, string? part) =>
        part is not null && text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static bool Hits(LabState lab, Fault fault)
    {
        fault.CountHit();
        return fault.Hits > fault.Trigger.Skip
            && (fault.Trigger.Probability is not { } probability
                || lab.Draws.Between(0, 1_000_000, "fault-chance", fault.Key.Number, fault.Hits)
                    < (long)(probability * 1_000_000));
    }

    private static void Begin(LabState lab, Fault fault) =>
        fault.Await(lab.Schedule(TimeSpan.Zero, new FaultBegins(fault.Key, null)));
}
