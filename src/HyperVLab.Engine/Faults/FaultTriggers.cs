using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Faults.Events;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Faults;

/// <summary>Looks whether what happens is what a fault waits for. Where none waits, nothing is looked at.</summary>
internal static class FaultTriggers
{
    /// <summary>A job begins a step.</summary>
    public static void Stepped(LabState lab, LabJob job, string step)
    {
        foreach (Fault fault in lab.Faults)
        {
            FaultTrigger trigger = fault.Trigger;
            if (IsWaiting(fault) && Says(step, trigger.OnStep)
                && (trigger.OnJob is null || Says(job.Script, trigger.OnJob))
                && (trigger.Job is null || trigger.Job == job.Key)
                && (trigger.VM is null || IsAbout(lab, job, trigger.VM.Value)) && Hits(lab, fault))
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
            FaultTrigger trigger = fault.Trigger;
            if (IsWaiting(fault) && Says(message, trigger.OnLog)
                && (trigger.VM is not { } vm || Says(message, $"'{lab.NameOf(vm)}'")) && Hits(lab, fault))
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

    // The job's result says so, or what it waits for: a migration or another change of the machine.
    private static bool IsAbout(LabState lab, LabJob job, Key<VirtualMachine> key)
    {
        VirtualMachine vm = lab.VirtualMachines[key];
        return (job.ResultKind, job.ResultNumber) == (nameof(VirtualMachine), key.Number)
            || (job.ResultKind == nameof(ClusterGroup)
                && ClusterQueries.GroupOf(lab, key)?.Key.Number == job.ResultNumber)
            || lab.Migrations.Find(vm.Migration)?.Job == job.Key
            || lab.VMOperations.Find(vm.Operation)?.Job == job.Key;
    }

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
