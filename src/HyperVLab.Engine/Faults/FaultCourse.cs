using HyperVLab.Engine.Faults.Events;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Faults;

/// <summary>
/// Takes faults through their lifecycle. Each begins and ends with an event of its own, so that the journal's hash
/// tells of both.
/// </summary>
internal static class FaultCourse
{
    /// <summary>Lets a fault wait for what it is triggered by.</summary>
    public static void Arm(LabState lab, Fault fault)
    {
        if (fault.Trigger.At is { } moment)
        {
            fault.Await(lab.Schedule(moment - lab.Now, new FaultBegins(fault.Key, null)));
        }
        else if (fault.Trigger.RatePerHour is not null)
        {
            FaultTriggers.AwaitNext(lab, fault);
        }
    }

    /// <summary>Lets a fault begin with the next event.</summary>
    public static void BeginNow(LabState lab, Fault fault, LabJob? job)
    {
        job?.GoOn();
        lab.Schedule(TimeSpan.Zero, new FaultBegins(fault.Key, job?.Key));
    }

    /// <summary>Lets a fault end with the next event.</summary>
    public static void EndNow(LabState lab, Fault fault, bool removes, LabJob? job)
    {
        job?.GoOn();
        lab.Schedule(TimeSpan.Zero, new FaultEnds(fault.Key, removes, job?.Key));
    }

    /// <summary>A fault begins, unless it is going on.</summary>
    public static void Begin(LabState lab, Fault fault)
    {
        if (FaultLifecycle.Find(fault.State, FaultAction.Begin) is null)
        {
            return;
        }

        lab.Cancel(fault.Sequence);
        fault.Await(null);
        fault.Begin(lab.Now);
        FaultLog.Began(lab, fault);
        FaultEffects.Begin(lab, fault);
        if (FaultEffects.IsOver(lab, fault))
        {
            EndNow(lab, fault, removes: false, job: null);
        }
        else if (fault.Duration is { } duration)
        {
            fault.Await(lab.Schedule(duration, new FaultEnds(fault.Key, Removes: false, null)));
        }
    }

    /// <summary>A fault ends, if it is going on.</summary>
    public static void End(LabState lab, Fault fault)
    {
        if (FaultLifecycle.Find(fault.State, FaultAction.End) is null)
        {
            return;
        }

        lab.Cancel(fault.Sequence);
        fault.Await(null);
        FaultHold hold = fault.Hold;
        fault.End(lab.Now);
        FaultLog.Ended(lab, fault);
        FaultEffects.LetGo(lab, hold);
        if (fault is { State: FaultState.Ended, Trigger: { Repeats: true } trigger }
            && (trigger.Count is not { } most || fault.Occurrences < most))
        {
            fault.Arm();
            Arm(lab, fault);
        }
    }

    /// <summary>Forgets a fault, which ends with that.</summary>
    public static void Forget(LabState lab, Fault fault)
    {
        End(lab, fault);
        lab.Cancel(fault.Sequence);
        lab.Faults.Remove(fault.Key);
    }
}
