using System.Globalization;
using HyperVLab.Engine;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Files;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Scenarios.Tests;

public sealed class TutorialDeterminismTests
{
    private static readonly Lazy<Lab> s_run = new(() => Run(Tutorial.Empty()));

    [Fact]
    public void The_same_seed_gives_the_same_hashes_and_another_seed_others()
    {
        Lab again = Run(Tutorial.Empty());

        Assert.Equal(s_run.Value.JournalHash, again.JournalHash);
        Assert.Equal(s_run.Value.StateHash, again.StateHash);
        Assert.NotEqual(s_run.Value.JournalHash, Run(Tutorial.Empty(seed: 8)).JournalHash);
    }

    [Fact]
    public void The_culture_changes_nothing()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");

            Assert.Equal(s_run.Value.JournalHash, Run(Tutorial.Empty()).JournalHash);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Its_journal_replays_to_the_same_hashes()
    {
        using Lab again = Lab.Replay(s_run.Value.ExportJournal(), new MemoryDiskStore());

        Assert.Equal(s_run.Value.JournalHash, again.JournalHash);
        Assert.Equal(s_run.Value.StateHash, again.StateHash);
    }

    [Fact]
    public void Stopped_after_every_event_exported_and_imported_it_goes_on_to_the_same_hashes()
    {
        JournalFile journal = s_run.Value.ExportJournal();
        var lab = new Lab(journal.Name, journal.Seed, new MemoryDiskStore());
        int moves = 0;
        foreach (JournalEntry entry in journal.Entries)
        {
            lab = MoveUpTo(lab, entry.EventsBefore, ref moves);
            Give(lab, entry);
        }

        lab = MoveUpTo(lab, journal.Applied, ref moves);

        Assert.Equal(journal.Applied, moves);
        Assert.Equal(s_run.Value.JournalHash, lab.JournalHash);
        Assert.Equal(s_run.Value.StateHash, lab.StateHash);
    }

    private static Lab MoveUpTo(Lab lab, long events, ref int moves)
    {
        while (lab.EventsApplied < events)
        {
            Assert.True(lab.TakeEvent());
            lab = Moved(lab);
            moves++;
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

    private static Lab Run(Lab lab)
    {
        var tutorial = new Tutorial(lab);
        Key<VirtualMachine> web = tutorial.Build();
        tutorial.Cluster(web);
        int ping = tutorial.Ping("web01");
        tutorial.Rest(5);
        tutorial.Migrate(web, "HVR2NODO1", ping);
        tutorial.Migrate(web, "HVR2NODO2", ping);
        tutorial.AddSecond();
        tutorial.Ping("db01");
        tutorial.CutPower();
        return lab;
    }
}
