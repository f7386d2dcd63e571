using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// The memory of a machine that migrates live. It keeps no page: which page was written when follows from the guest's
/// workload and the lab's seed (<see cref="PageVersions"/>), so it costs what is asked of it. It is there only while
/// the machine migrates; what no workload writes has version 0 on both hosts once the first pass has sent it.
/// </summary>
public sealed class TrackedMemory : IEntity<TrackedMemory>
{
    internal TrackedMemory(Key<TrackedMemory> key, Key<Migration> migration, VirtualMachine vm, TimeSpan now)
    {
        Key = key;
        Migration = migration;
        VM = vm.Key;
        PageCount = vm.MemoryStartupBytes / MigrationSettings.PageBytes;
        Writes = [GuestMemory.WritesOf(vm, now)];
        Looks = [now];
    }

    /// <inheritdoc/>
    public Key<TrackedMemory> Key { get; private set; }

    /// <summary>The migration.</summary>
    public Key<Migration> Migration { get; private set; }

    /// <summary>The machine.</summary>
    public Key<VirtualMachine> VM { get; private set; }

    /// <summary>How many pages it has.</summary>
    public long PageCount { get; private set; }

    /// <summary>How the guest has written since tracking began, in order.</summary>
    public IReadOnlyList<GuestWrites> Writes { get; private set; }

    /// <summary>
    /// When the source took down which pages are dirty: all of them at the first look, then those written since the
    /// look before. What is found at a look is sent after it, as it was at the look.
    /// </summary>
    public IReadOnlyList<TimeSpan> Looks { get; private set; }

    /// <summary>Says how the guest writes from now on.</summary>
    internal void Write(GuestWrites writes) => Writes = [.. Writes, writes];

    /// <summary>Looks for dirty pages again.</summary>
    internal void LookAt(TimeSpan now) => Looks = [.. Looks, now];
}
