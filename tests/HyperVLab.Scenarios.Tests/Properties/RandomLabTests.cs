using HyperVLab.Engine;
using HyperVLab.Engine.Files;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Scenarios.Tests.Properties;

public sealed class RandomLabTests
{
    [Fact]
    public void Whatever_is_asked_of_it_a_lab_stays_sound_and_refusals_change_nothing() =>
        RandomRun.ForEach(run => run.Play(isChecked: true));

    [Fact]
    public void Whatever_was_asked_of_it_every_job_ends() => RandomRun.ForEach(run =>
    {
        run.Play(isChecked: false);

        Assert.Empty(run.JobsThatNeverEnd());
    });

    [Fact]
    public void Whatever_was_asked_of_it_its_journal_replays_to_the_same_hashes() => RandomRun.ForEach(run =>
    {
        run.Play(isChecked: false);

        using Lab again = Lab.Replay(run.Lab.ExportJournal(), new MemoryDiskStore());

        Assert.Equal(run.Lab.JournalHash, again.JournalHash);
        Assert.Equal(run.Lab.StateHash, again.StateHash);
    });

    [Fact]
    public void Exported_and_imported_at_any_points_a_lab_goes_on_to_the_same_hashes() => RandomRun.ForEach(run =>
    {
        run.Play(isChecked: false);
        MoveTest(run);
    });

    internal static void MoveTest(RandomRun run)
    {
        JournalFile journal = run.Lab.ExportJournal();

        using Lab moved = Repeat(journal, new Random((int)journal.Seed));

        Assert.Equal(run.Lab.JournalHash, moved.JournalHash);
        Assert.Equal(run.Lab.StateHash, moved.StateHash);
    }

    private static Lab Repeat(JournalFile journal, Random random)
    {
        var lab = new Lab(journal.Name, journal.Seed, new MemoryDiskStore());
        foreach (JournalEntry entry in journal.Entries)
        {
            lab = MoveUpTo(lab, entry.EventsBefore, random);
            Give(lab, entry);
        }

        return MoveUpTo(lab, journal.Applied, random);
    }

    private static Lab MoveUpTo(Lab lab, long events, Random random)
    {
        while (lab.EventsApplied < events)
        {
            Assert.True(lab.TakeEvent());
            lab = random.Next(50) == 0 ? Moved(lab) : lab;
        }

        return lab;
    }

    private static Lab Moved(Lab lab)
    {
        using var folder = new TemporaryFolder();
        lab.ExportTo(folder.Path);
        lab.Dispose();
        return Lab.ImportFrom(folder.Path, new MemoryDiskStore());
    }

    private static void Give(Lab lab, JournalEntry entry)
    {
        if (entry.Kind == JournalKind.Advance)
        {
            lab.AdvanceTo(entry.To!.Value);
            return;
        }

        Exception? refusal = Record.Exception(() => lab.Send(entry.Request!, entry.Caller!));
        Assert.Equal(entry.ErrorKey, (refusal as LabException)?.Error.Key);
    }
}
