using System.Globalization;
using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Files;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Tests.Labs;

public sealed class DeterminismTests
{
    [Fact]
    public void The_same_seed_and_requests_give_the_same_hashes()
    {
        Lab first = SmallLab.Make();
        Lab second = SmallLab.Make();
        SmallLab.Finish(first);
        SmallLab.Finish(second);

        Assert.Equal(first.JournalHash, second.JournalHash);
        Assert.Equal(first.StateHash, second.StateHash);
        Assert.NotEqual(first.JournalHash, SmallLab.Make(seed: 8).JournalHash);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void The_culture_of_the_system_changes_nothing(string culture)
    {
        string expected = SmallLab.Make().JournalHash;
        string state = SmallLab.Make().StateHash;
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Lab lab = SmallLab.Make();

            Assert.Equal(expected, lab.JournalHash);
            Assert.Equal(state, lab.StateHash);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Reading_between_the_requests_changes_nothing()
    {
        Lab read = SmallLab.Make(between: lab =>
        {
            Assert.NotNull(lab.Views<PhysicalComputerView>());
            Assert.NotNull(lab.Views<JobView>());
            lab.WriteTo(TextWriter.Null);
            Assert.NotNull(lab.ExportJournal().Hash);
        });

        Assert.Equal(SmallLab.Make().JournalHash, read.JournalHash);
        Assert.Equal(SmallLab.Make().StateHash, read.StateHash);
    }

    [Fact]
    public void A_lab_that_is_exported_and_imported_after_any_event_goes_on_to_the_same_end()
    {
        Lab whole = SmallLab.Make();
        SmallLab.Finish(whole);
        Lab moved = SmallLab.Make();
        do
        {
            string text = LabFileTests.TextOf(moved);
            moved = Lab.ReadFrom(new StringReader(text), new MemoryDiskStore());
            Assert.Equal(text, LabFileTests.TextOf(moved));
        }
        while (moved.TakeEvent());

        Assert.Equal(whole.JournalHash, moved.JournalHash);
        Assert.Equal(whole.StateHash, moved.StateHash);
    }

    [Fact]
    public void A_replayed_journal_makes_the_same_lab()
    {
        Lab lab = SmallLab.Make();
        SmallLab.Finish(lab);
        List<string> scripts = [];

        Lab again = Lab.Replay(
            ReadAgain(lab.ExportJournal()), new MemoryDiskStore(), (_, step) => scripts.Add(step.Script));

        Assert.Equal(lab.JournalHash, again.JournalHash);
        Assert.Equal(LabFileTests.TextOf(lab), LabFileTests.TextOf(again));
        Assert.Contains("Install-LabOperatingSystem -ComputerName blade1 -Edition 'Hyper-V Server 2008 R2'", scripts);
    }

    [Fact]
    public void A_journal_that_was_changed_does_not_replay_to_its_hash()
    {
        JournalFile journal = SmallLab.Make().ExportJournal();
        JournalFile other = journal with { Seed = 8 };
        JournalFile shorter = journal with { Entries = [.. journal.Entries.Take(3)] };
        JournalFile longer = journal with { Applied = journal.Applied + 1_000 };

        Assert.NotEqual(other.Hash, Lab.Replay(other, new MemoryDiskStore()).JournalHash);
        Assert.NotEqual(shorter.Hash, Lab.Replay(shorter with { Applied = 0 }, new MemoryDiskStore()).JournalHash);
        Assert.Equal("JournalDamaged", Assert.Throws<LabException>(
            () => Lab.Replay(longer, new MemoryDiskStore())).Error.Key);
    }

    [Fact]
    public void A_refused_request_leaves_no_trace_but_its_line_in_the_journal()
    {
        Lab lab = SmallLab.Make();

        JournalEntry refusal = Assert.Single(lab.Journal, entry => entry.Kind == JournalKind.Refusal);

        Assert.Equal("ComputerNameTaken", refusal.ErrorKey);
        Assert.Equal(4, lab.Views<PhysicalComputerView>().Count);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_refused_as_no_number_is_in_the_journal_and_in_its_file(double probability)
    {
        Lab lab = SmallLab.Make();
        var fault = new AddFault
        {
            Kind = FaultKind.HostCrash, Computer = [new(1)], OnLog = "cluster", Probability = probability,
        };
        Assert.Throws<LabException>(() => lab.Send(fault, lab.Ask(new DefaultCaller())));

        JournalFile journal = ReadAgain(lab.ExportJournal());

        Assert.Equal(probability, Assert.IsType<AddFault>(journal.Entries[^1].Request).Probability);
        Assert.Equal(lab.JournalHash, Lab.Replay(journal, new MemoryDiskStore()).JournalHash);
    }

    private static JournalFile ReadAgain(JournalFile journal)
    {
        using var text = new StringWriter();
        journal.WriteTo(text);
        return JournalFile.ReadFrom(new StringReader(text.ToString()));
    }
}
