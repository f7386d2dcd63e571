using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

public sealed partial class Workload
{
    /// <summary>Whether it writes to its disk.</summary>
    internal bool Writes => Kind != WorkloadKind.Idle;

    /// <summary>What it writes: a web server's log is kept as a ledger is.</summary>
    internal WorkloadContent Content => IsFill
        ? new FillContent(new FillShape(Seed, Key.Number, Limit))
        : new LedgerContent(new LedgerShape(Seed, Accounts, Slots, Kind));

    /// <summary>How many operations it has made.</summary>
    internal long CountAt(TimeSpan now)
    {
        long count = OperationTicks == 0 ? Count : Count + ((now - From).Ticks / OperationTicks);
        return IsFill ? Math.Max(Count, Math.Min(count, Granted)) : count;
    }

    /// <summary>How many operations the guest has been told are durable, of those that its disk should have.</summary>
    internal long ToldAt(TimeSpan now) => Math.Max(Told, Covered(CountAt(now)));

    /// <summary>How many operations were written through or flushed.</summary>
    internal long DurableAt(TimeSpan now) => Covered(CountAt(now));

    /// <summary>What a crash left of one more; nothing once that was made again.</summary>
    internal LedgerTail TailAt(TimeSpan now) => CountAt(now) > Count ? LedgerTail.None : Tail;

    /// <summary>How many operations a host has written that keeps them back.</summary>
    internal long WrittenBackAt(TimeSpan now)
    {
        long ticks = now.Ticks - (now.Ticks % WorkloadSettings.HostCacheInterval.Ticks);
        var last = TimeSpan.FromTicks(ticks);
        return last > From ? CountAt(last) : WrittenBack;
    }

    /// <summary>How many operations failed and were tried again.</summary>
    internal long RetriesAt(TimeSpan now) => ErrorPercent is 0 or >= 100
        ? Retries
        : Retries + ((CountAt(now) - Count) * ErrorPercent / (100 - ErrorPercent));

    /// <summary>Says what it is asked for.</summary>
    internal void Ask(int rate, int flushEvery, bool startsWithGuest) =>
        (Rate, FlushEvery, StartsWithGuest) = (rate, flushEvery, startsWithGuest);

    /// <summary>Says what it writes.</summary>
    internal void Shaped(LedgerShape shape) => (Seed, Accounts, Slots) = (shape.Seed, shape.Accounts, shape.Slots);

    /// <summary>Remembers how its guest wrote to memory before.</summary>
    internal void Follow(long dirtyBytes, long hotSetBytes, long sweepBytes) =>
        (DirtyBytesBefore, HotSetBytesBefore, SweepBytesBefore) = (dirtyBytes, hotSetBytes, sweepBytes);

    /// <summary>Says to which drive it writes.</summary>
    internal void WriteTo(Key<VMHardDiskDrive> drive) => Drive = drive;

    /// <summary>Says to which file of its drive it writes.</summary>
    internal void WriteTo(Key<StoredFile> file) => (File, Lun) = (file, null);

    /// <summary>Says to which LUN it writes; to none where another does from now on.</summary>
    internal void WriteTo(Key<Lun>? lun) => (File, Lun) = (null, lun);

    /// <summary>Lets go of a file that goes.</summary>
    internal void Forget(Key<StoredFile> file) => File = File == file ? null : File;

    /// <summary>Lets go of its drive, which goes.</summary>
    internal void ForgetDrive() => Drive = null;

    /// <summary>Says what of its disk keeps it from writing.</summary>
    internal void Hinder(WorkloadState? hindrance) => Hindrance = hindrance;

    /// <summary>Counts what was done at the old pace until now, and takes another.</summary>
    internal void Go(TimeSpan now, WorkloadPace pace)
    {
        State = pace.State;
        if (pace.OperationTicks == OperationTicks && pace.ErrorPercent == ErrorPercent)
        {
            return;
        }

        long count = CountAt(now);
        WrittenBack = WrittenBackAt(now);
        Retries = RetriesAt(now);
        Told = ToldAt(now);
        IsInFlight = OperationTicks == 0
            ? IsInFlight && pace.OperationTicks == 0
            : pace.OperationTicks == 0 && (now - From).Ticks % OperationTicks > 0;
        if (count > Count)
        {
            Tail = LedgerTail.None;
        }

        (Count, From, OperationTicks, ErrorPercent) = (count, now, pace.OperationTicks, pace.ErrorPercent);
    }

    /// <summary>Makes everything durable that was written until now: it stands still.</summary>
    internal void Flush() => (Flushed, Told, WrittenBack, IsInFlight) = (Count, Math.Max(Told, Count), Count, false);

    /// <summary>Stops it.</summary>
    internal void Stop() => (IsOn, State) = (false, WorkloadState.Stopped);

    /// <summary>Its guest lost its memory: what its disk has is all that there is.</summary>
    internal void Crash(long durable, LedgerTail tail)
    {
        (Count, Flushed, WrittenBack, Tail, IsInFlight) = (durable, durable, durable, tail, false);
        Crashes++;
    }

    /// <summary>Its guest has found what its disk has, and goes on from there.</summary>
    internal void Recover()
    {
        Lost += Math.Max(0, Told - Count);
        Torn += Tail == LedgerTail.None ? 0 : 1;
        Told = Count;
    }

    /// <summary>Its disk has another content, as somebody wanted.</summary>
    internal void Restore(long count, LedgerTail tail) =>
        (Count, Flushed, Told, WrittenBack, Tail, IsInFlight) = (count, count, count, count, tail, false);

    private long Covered(long count) => FlushEvery == 0 ? count : Math.Max(Flushed, count - (count % FlushEvery));
}
