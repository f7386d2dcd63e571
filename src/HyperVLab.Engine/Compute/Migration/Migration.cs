using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// A virtual machine's move to another host; it stays in its table when it has ended, as a record of how it went.
/// </summary>
public sealed partial class Migration : IEntity<Migration>
{
    internal Migration(
        Key<Migration> key, VirtualMachine vm, MigrationPlan plan, Key<LabJob>? job, TimeSpan startTime)
    {
        Key = key;
        VM = vm.Key;
        VMName = vm.Name;
        Source = vm.Computer;
        Target = plan.Target;
        Kind = plan.Kind;
        BytesPerSecond = plan.BytesPerSecond;
        UnimpairedBytesPerSecond = Math.Max(plan.BytesPerSecond, plan.UnimpairedBytesPerSecond);
        Link = plan.Link;
        StorageHandOver = plan.StorageHandOver;
        Job = job;
        StartTime = startTime;
        Phase = plan.Kind == MigrationKind.Live ? MigrationPhase.SettingUp : MigrationPhase.Saving;
        Passes = [];
        Steps = [];
    }

    /// <inheritdoc/>
    public Key<Migration> Key { get; private set; }

    /// <summary>The machine; null once it has been removed.</summary>
    public Key<VirtualMachine>? VM { get; private set; }

    /// <summary>The machine's name when it moved.</summary>
    public string VMName { get; private set; }

    /// <summary>The host that it left.</summary>
    public Key<PhysicalComputer> Source { get; private set; }

    /// <summary>The host that it went to.</summary>
    public Key<PhysicalComputer> Target { get; private set; }

    /// <summary>How it moved.</summary>
    public MigrationKind Kind { get; private set; }

    /// <summary>How fast memory is sent.</summary>
    public long BytesPerSecond { get; private set; }

    /// <summary>How fast it were sent if no frame were lost or late.</summary>
    public long UnimpairedBytesPerSecond { get; private set; }

    /// <summary>When the pass that goes on began, or the rest was begun to be sent.</summary>
    public TimeSpan SendingSince { get; private set; }

    /// <summary>From when on the present rate holds.</summary>
    public TimeSpan RateSince { get; private set; }

    /// <summary>How much of what is being sent had been sent by then, in bytes.</summary>
    public long SentBytes { get; private set; }

    /// <summary>
    /// The connection over which it is sent; null where it is not sent over the network, and once it has ended.
    /// </summary>
    public MigrationLink? Link { get; private set; }

    /// <summary>How long its storage takes to change owner; zero on a cluster shared volume.</summary>
    public TimeSpan StorageHandOver { get; private set; }

    /// <summary>The job that waits for it.</summary>
    public Key<LabJob>? Job { get; private set; }

    /// <summary>When it began.</summary>
    public TimeSpan StartTime { get; private set; }

    /// <summary>When it ended.</summary>
    public TimeSpan? EndTime { get; private set; }

    /// <summary>How far it is.</summary>
    public MigrationPhase Phase { get; private set; }

    /// <summary>The phases that it came to so far, and when.</summary>
    public IReadOnlyList<MigrationStep> Steps { get; private set; }

    /// <summary>The passes over memory so far.</summary>
    public IReadOnlyList<MigrationPass> Passes { get; private set; }

    /// <summary>How much memory has still to be sent.</summary>
    public long RemainingBytes { get; private set; }

    /// <summary>When the machine was stopped.</summary>
    public TimeSpan? StoppedAt { get; private set; }

    /// <summary>Whether the target keeps for the machine what it needs, until it is handed over.</summary>
    public bool HoldsTarget { get; private set; }

    /// <summary>How long the machine stood still.</summary>
    public TimeSpan? Blackout { get; private set; }

    /// <summary>The event that advances it.</summary>
    public long? Event { get; private set; }

    /// <summary>Whether its hosts must reach each other for it to go on: until the machine is handed over.</summary>
    public bool NeedsNetwork => Phase is MigrationPhase.SettingUp or MigrationPhase.Copying or MigrationPhase.Stopped
        or MigrationPhase.HandingOver;

    /// <summary>Whether the machine stands still because its rest is sent.</summary>
    public bool StandsStill => this is { Kind: MigrationKind.Live, StoppedAt: not null, Blackout: null };

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => Phase is MigrationPhase.Succeeded or MigrationPhase.Failed;
}
