using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Faults;

/// <summary>Something that breaks: now, or when its moment comes, until it is repaired.</summary>
public sealed class Fault : IEntity<Fault>, INamed
{
    internal Fault(
        Key<Fault> key, string name, FaultKind kind, FaultTarget target, FaultTrigger trigger, TimeSpan? duration)
    {
        Key = key;
        Name = name;
        Kind = kind;
        Target = target;
        Trigger = trigger;
        Duration = duration;
        Hold = FaultHold.None;
    }

    /// <inheritdoc/>
    public Key<Fault> Key { get; private set; }

    /// <summary>Its name, unique in the lab.</summary>
    public string Name { get; private set; }

    /// <summary>What breaks.</summary>
    public FaultKind Kind { get; private set; }

    /// <summary>What it befalls.</summary>
    public FaultTarget Target { get; private set; }

    /// <summary>What lets it begin.</summary>
    public FaultTrigger Trigger { get; private set; }

    /// <summary>After how long it repairs itself; null for not at all.</summary>
    public TimeSpan? Duration { get; private set; }

    /// <summary>How far it is.</summary>
    public FaultState State { get; private set; }

    /// <summary>How often it has begun.</summary>
    public int Occurrences { get; private set; }

    /// <summary>How often what it waits for has come about.</summary>
    public int Hits { get; private set; }

    /// <summary>When it last began, since the lab began.</summary>
    public TimeSpan? BeganAt { get; private set; }

    /// <summary>When it last ended, since the lab began.</summary>
    public TimeSpan? EndedAt { get; private set; }

    /// <summary>What it holds down while it is active.</summary>
    public FaultHold Hold { get; private set; }

    /// <summary>The event with which it begins or ends by itself.</summary>
    public long? Sequence { get; private set; }

    /// <summary>What it waits for has come about.</summary>
    internal void CountHit() => Hits++;

    /// <summary>Waits for its trigger again.</summary>
    internal void Arm() => State = FaultState.Armed;

    /// <summary>Waits for an event, or for none.</summary>
    internal void Await(long? sequence) => Sequence = sequence;

    /// <summary>Holds something else down from now on.</summary>
    internal void Take(FaultHold hold) => Hold = hold;

    /// <summary>Befalls a virtual machine no more, for it is gone.</summary>
    internal void Drop(Key<VirtualMachine> vm)
    {
        Target = Target with { VMs = [.. Target.VMs.Where(one => one != vm)] };
        Hold = Hold with { Hung = [.. Hold.Hung.Where(one => one != vm)] };
    }

    /// <summary>Befalls a logical unit no more, for it is gone for good.</summary>
    internal void Drop(Key<Lun> lun)
    {
        Target = Target with { Luns = Without(Target.Luns) };
        Hold = Hold with
        {
            LostLuns = Without(Hold.LostLuns),
            FullLuns = Without(Hold.FullLuns),
            ImpairedLuns = Without(Hold.ImpairedLuns),
        };
        IReadOnlyList<Key<Lun>> Without(IReadOnlyList<Key<Lun>> luns) => [.. luns.Where(one => one != lun)];
    }

    /// <summary>Begins.</summary>
    internal void Begin(TimeSpan now) =>
        (State, Occurrences, BeganAt, EndedAt) = (FaultState.Active, Occurrences + 1, now, null);

    /// <summary>Ends; it holds nothing any more.</summary>
    internal void End(TimeSpan now) => (State, EndedAt, Hold) = (FaultState.Ended, now, FaultHold.None);
}
