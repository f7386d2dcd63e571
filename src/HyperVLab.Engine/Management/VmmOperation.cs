using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>
/// Something that a Virtual Machine Manager server does, step by step along the course of its kind. It is kept when it
/// fails, so that its job can be restarted where it was, and removed when it is done.
/// </summary>
public sealed class VmmOperation : IEntity<VmmOperation>
{
    internal VmmOperation(
        Key<VmmOperation> key,
        VmmOperationKind kind,
        Key<VmmServer> server,
        Key<LabJob> job,
        IReadOnlyList<Key<PhysicalComputer>> computers,
        int? subject)
    {
        Key = key;
        Kind = kind;
        Server = server;
        Job = job;
        Computers = computers;
        Subject = subject;
    }

    /// <inheritdoc/>
    public Key<VmmOperation> Key { get; private set; }

    /// <summary>What it does.</summary>
    public VmmOperationKind Kind { get; private set; }

    /// <summary>The server that does it.</summary>
    public Key<VmmServer> Server { get; private set; }

    /// <summary>The job under which it goes.</summary>
    public Key<LabJob> Job { get; private set; }

    /// <summary>The managed computers that take part.</summary>
    public IReadOnlyList<Key<PhysicalComputer>> Computers { get; private set; }

    /// <summary>
    /// The key of what it works on, in the table that goes with its kind; null where its computers say it all.
    /// </summary>
    public int? Subject { get; private set; }

    /// <summary>The step of its course that it is at, from 0.</summary>
    public int StepIndex { get; private set; }

    /// <summary>How far it is.</summary>
    public VmmOperationState State { get; private set; }

    /// <summary>The event with which the step ends; null while nothing but something else can end it.</summary>
    public long? Sequence { get; private set; }

    /// <summary>A step has begun.</summary>
    internal void BeginStep(int index, long? sequence) =>
        (State, StepIndex, Sequence) = (VmmOperationState.Running, index, sequence);

    /// <summary>It failed or was stopped.</summary>
    internal void Halt() => (State, Sequence) = (VmmOperationState.Halted, null);
}
