using System.Globalization;
using HyperVLab.Engine.Files;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine;

public sealed partial class Lab
{
    /// <summary>The journal so far, to be kept in a file.</summary>
    public JournalFile ExportJournal() =>
        Hold(() => new JournalFile(Name, Seed, _state.Scheduler.Applied, _journal.Hash, [.. _journal.Entries]));

    /// <summary>Makes the lab that a journal tells of, by giving it the same inputs between the same events.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="disks">Where the lab's disks will be; the lab disposes it.</param>
    /// <param name="watch">Is shown every input after it was given; null for nobody.</param>
    /// <returns>
    /// The lab at the end of the journal. Whether its hash is the journal's is for the caller to say.
    /// </returns>
    /// <exception cref="LabException">
    /// The inputs do not fit the lab that they make: the journal was changed.
    /// </exception>
    public static Lab Replay(JournalFile journal, IDiskStore disks, Action<Lab, ReplayStep>? watch = null)
    {
        var lab = new Lab(journal.Name, journal.Seed, disks);
        for (int index = 0; index < journal.Entries.Count; index++)
        {
            JournalEntry entry = journal.Entries[index];
            lab.TakeEventsUpTo(entry.EventsBefore);
            ReplayStep step = lab.Repeat(entry, index + 1);
            watch?.Invoke(lab, step);
        }

        lab.TakeEventsUpTo(journal.Applied);
        return lab;
    }

    private void TakeEventsUpTo(long count)
    {
        while (EventsApplied < count)
        {
            if (!TakeEvent())
            {
                throw Damaged($"it tells of {count} events, and the lab had only {EventsApplied}.");
            }
        }
    }

    private ReplayStep Repeat(JournalEntry entry, int number)
    {
        if (entry.Kind == JournalKind.Advance)
        {
            Pass(entry.To!.Value, number);
            string moment = entry.To.Value.ToString("c", CultureInfo.InvariantCulture);
            return new ReplayStep(number, Now, entry, $"Step-LabClock -Until {moment}", null, null);
        }

        string script = Hold(() => RequestScript.Of(_state, entry.Request!));
        if (entry.ErrorKey == StorageErrors.StoreFailed.Key)
        {
            return RepeatStoreFailure(entry, number, script);
        }

        try
        {
            JobView job = Send(entry.Request!, entry.Caller!);
            return entry.Kind == JournalKind.Request
                ? new ReplayStep(number, Now, entry, script, job, null)
                : throw Damaged($"input {number} was refused with {entry.ErrorKey}, and now it is not.");
        }
        catch (LabException refusal) when (entry.ErrorKey == refusal.Error.Key)
        {
            return new ReplayStep(number, Now, entry, script, null, refusal);
        }
    }

    // Another computer's disk was full then; that this one's is not must not change the lab.
    private ReplayStep RepeatStoreFailure(JournalEntry entry, int number, string script)
    {
        lock (_door)
        {
            Version++;
            Record(JournalKind.Refusal, entry.Caller!, entry.Request!, entry.ErrorKey);
            LabException refusal = StorageErrors.StoreFailed.For(null, "they could not when this was recorded.");
            return new ReplayStep(number, _state.Now, entry, script, null, refusal);
        }
    }

    private void Pass(TimeSpan moment, int number)
    {
        lock (_door)
        {
            if (moment < _state.Now || _state.Scheduler.Queue.NextDue <= moment)
            {
                throw Damaged($"input {number} moves time to {moment}, which is past or skips an event.");
            }

            Rest(moment);
        }
    }

    private static LabException Damaged(string why) => LabErrors.JournalDamaged.For(null, why);
}
