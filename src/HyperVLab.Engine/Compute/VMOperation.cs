using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// A change of a virtual machine's state that takes time. It stands in its table only while it goes on.
/// </summary>
public sealed class VMOperation : IEntity<VMOperation>
{
    internal VMOperation(
        Key<VMOperation> key,
        Key<VirtualMachine> vm,
        VMAction action,
        VMState from,
        Key<LabJob>? job,
        TimeSpan startTime)
    {
        Key = key;
        VM = vm;
        Action = action;
        From = from;
        Job = job;
        StartTime = startTime;
    }

    /// <inheritdoc/>
    public Key<VMOperation> Key { get; private set; }

    /// <summary>The machine.</summary>
    public Key<VirtualMachine> VM { get; private set; }

    /// <summary>What is done.</summary>
    public VMAction Action { get; private set; }

    /// <summary>The state in which the machine was.</summary>
    public VMState From { get; private set; }

    /// <summary>The job that waits for it; null where no user asked.</summary>
    public Key<LabJob>? Job { get; private set; }

    /// <summary>When it began.</summary>
    public TimeSpan StartTime { get; private set; }

    /// <summary>The event that advances it.</summary>
    public long? Event { get; private set; }

    /// <summary>When that event is due.</summary>
    public TimeSpan? Due { get; private set; }

    /// <summary>How much of it was left when it was stopped, with its host, in the middle of it.</summary>
    public TimeSpan? Remaining { get; private set; }

    /// <summary>Says which event advances it.</summary>
    internal void WaitFor(long sequence, TimeSpan due) => (Event, Due, Remaining) = (sequence, due, null);

    /// <summary>Stands still.</summary>
    internal void Freeze(TimeSpan now) => (Event, Due, Remaining) = (null, null, Due - now);
}
