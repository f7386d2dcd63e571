using System.Globalization;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// Tracks the memory of machines that migrate live: what is dirty, and whether the target has it all at the end.
/// </summary>
internal static class GuestMemory
{
    /// <summary>How a guest writes from now on; nothing where none runs or the machine stands still.</summary>
    public static GuestWrites WritesOf(VirtualMachine vm, TimeSpan now, bool standsStill = false) =>
        !standsStill && !vm.IsFrozen && vm.Guest is GuestState.Running or GuestState.Booting
            ? new GuestWrites(now, vm.DirtyBytesPerSecond, vm.HotSetBytes, vm.SweepBytesPerSecond)
            : new GuestWrites(now, 0, 0, 0);

    /// <summary>Begins to track: every page is dirty.</summary>
    public static void Track(LabState lab, Migration migration, VirtualMachine vm) =>
        lab.TrackedMemories.Add(key => new TrackedMemory(key, migration.Key, vm, lab.Now));

    /// <summary>The memory that a migration tracks; null where it does not.</summary>
    public static TrackedMemory? Of(LabState lab, Migration migration)
    {
        foreach (TrackedMemory memory in lab.TrackedMemories)
        {
            if (memory.Migration == migration.Key)
            {
                return memory;
            }
        }

        return null;
    }

    /// <summary>Hears that a machine's guest may write otherwise from now on.</summary>
    public static void Follow(LabState lab, VirtualMachine vm)
    {
        if (lab.Migrations.Find(vm.Migration) is { } migration && Of(lab, migration) is { } memory)
        {
            GuestWrites writes = WritesOf(vm, lab.Now, migration.StandsStill);
            if (writes with { From = memory.Writes[^1].From } != memory.Writes[^1])
            {
                memory.Write(writes);
            }
        }
    }

    /// <summary>Looks for what was written since the look before.</summary>
    /// <returns>How much that is, in bytes.</returns>
    public static long Look(LabState lab, Migration migration)
    {
        TrackedMemory memory = Of(lab, migration)!;
        memory.LookAt(lab.Now);
        return Dirty(lab.Guards, lab.Draws, memory, memory.Looks.Count - 1).Count * MigrationSettings.PageBytes;
    }

    /// <summary>Ends the tracking, if it had begun.</summary>
    public static void Forget(LabState lab, Migration migration)
    {
        if (Of(lab, migration) is { } memory)
        {
            lab.TrackedMemories.Remove(memory.Key);
        }
    }

    /// <summary>
    /// Holds the target's memory against the source's, version by version: of every page the target has what was last
    /// sent of it.
    /// </summary>
    /// <returns>The first page that differs, in words; null where all are the same.</returns>
    public static string? Difference(LabState lab, Migration migration)
    {
        TrackedMemory memory = Of(lab, migration)!;
        var versions = new PageVersions(lab.Draws, memory);
        var done = new PageSet(memory.PageCount);
        for (int look = memory.Looks.Count - 1; look > 0; look--)
        {
            foreach (long page in Dirty(lab.Guards, lab.Draws, memory, look).Pages())
            {
                if (done.Add(page) && Difference(lab, versions, page, memory.Looks[look]) is { } found)
                {
                    return found;
                }
            }
        }

        // The first pass sent every page; what nobody has written since is the same by itself.
        foreach (long page in versions.Written(memory.Looks[0], lab.Now).Pages())
        {
            if (!done.Contains(page) && Difference(lab, versions, page, memory.Looks[0]) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static PageSet Dirty(LabGuards guards, Draws draws, TrackedMemory memory, int look) =>
        guards.TracksDirtyPages
            ? new PageVersions(draws, memory).Written(memory.Looks[look - 1], memory.Looks[look])
            : new PageSet(memory.PageCount);

    private static string? Difference(LabState lab, PageVersions versions, long page, TimeSpan sent)
    {
        long there = versions.Of(page, sent);
        long here = versions.Of(page, lab.Now);
        return there == here ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"page {page} has version {there} on the target and {here} on the source");
    }
}
