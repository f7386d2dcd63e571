using HyperVLab.Engine.Files;
using HyperVLab.Engine.Keeping;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine;

public sealed partial class Lab
{
    /// <summary>Who writes down what happens to the lab; null for nobody.</summary>
    public ILabKeeper? Keeper { get; set; }

    /// <summary>
    /// Counts how often somebody who uses a lent disk beside the lab has made durable what he wrote: no input tells
    /// of that.
    /// </summary>
    public long WritesBeside => _state.Disks.WritesBeside;

    /// <summary>How many inputs it has had.</summary>
    public long InputCount => Hold(() => _journal.Entries.Count);

    /// <summary>The lab as it is between two events, without disks and journal.</summary>
    /// <param name="also">What has to be done at the same moment, with the door held; null for nothing.</param>
    /// <exception cref="LabException">A defect left the lab half changed.</exception>
    public LabImage TakeImage(Action? also = null) => Hold(() =>
    {
        DemandWhole();
        also?.Invoke();
        return new LabImage(Name, CopyState(new MemoryDiskStore()), _journal.Hash, _journal.Entries.Count);
    });

    /// <summary>Reads a lab from an image, with the inputs that it had had.</summary>
    /// <param name="image">What <see cref="LabImage.WriteTo"/> wrote.</param>
    /// <param name="inputs">The inputs before the image.</param>
    /// <param name="disks">Its disks as they were then; the lab disposes it.</param>
    /// <param name="name">Its name in this process; null for the name that it had.</param>
    /// <exception cref="InvalidDataException">
    /// It is not an image that this version can go on from; the message says why.
    /// </exception>
    public static Lab Resume(TextReader image, IEnumerable<JournalEntry> inputs, IDiskStore disks, string? name = null)
    {
        (string was, LabState state, Journal empty) = LabReader.Read(image, disks);
        var journal = new Journal();
        journal.Restore(empty.Hash, inputs);
        return new Lab(name ?? was, state, journal);
    }

    /// <summary>Gives the lab an input that it has had before, between the same events.</summary>
    /// <param name="entry">The input.</param>
    /// <exception cref="LabException">It does not fit the lab: what is repeated was changed.</exception>
    public void Repeat(JournalEntry entry)
    {
        TakeEventsUpTo(entry.EventsBefore);
        Repeat(entry, (int)InputCount + 1);
    }

    /// <summary>Takes events until so many were applied since the lab began.</summary>
    /// <exception cref="LabException">So many do not come.</exception>
    public void RepeatEvents(long count) => TakeEventsUpTo(count);

    /// <summary>
    /// Counts versions on from those of a lab that this one takes the place of, so that no view of that passes for
    /// one of this.
    /// </summary>
    public void Follow(Lab before) => Version = before.Version + 1;

    /// <summary>Does several readings at one moment.</summary>
    internal T Still<T>(Func<T> read) => Hold(read);

    /// <summary>Writes to its disks what workloads owe to them, as far as this computer lets it.</summary>
    public void WriteOwedBytes() => Hold(() =>
    {
        _state.WorkloadBytes.WriteAll();
        return true;
    });

    // Whoever tells what he read tells what is kept.
    private T Report<T>(Func<T> read)
    {
        T what = Hold(read);
        Keeper?.Flush();
        return what;
    }

    private LabState CopyState(IDiskStore disks)
    {
        var state = new LabState(Seed, disks);
        for (int index = 0; index < state.Tables.Count; index++)
        {
            state.Tables[index].Value.CopyFrom(_state.Tables[index].Value);
        }

        Scheduler<LabEvent> clock = _state.Scheduler;
        state.Scheduler.Restore(clock.Now, clock.Applied, clock.Queue.NextSequence, clock.Queue.ToList());
        return state;
    }
}
