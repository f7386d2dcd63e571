using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Tests.Clustering;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Faults;

/// <summary>Here something else dies in place of the process; tests of the module kill one.</summary>
public sealed class ProcessKillTests : IDisposable
{
    private static readonly AddFault s_kill = new() { Kind = FaultKind.ProcessKill };
    private readonly TestLab _lab = new();
    private int _killed;

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void It_happens_once_when_the_fault_begins_and_is_over_then()
    {
        _lab.AddNodes(1, withStorage: false);
        _lab.Lab.ProcessKiller = () => _killed++;

        Key<Fault> fault = _lab.Break(s_kill with { OnLog = "was restarted", Count = 1 });
        Assert.Equal(0, _killed);
        _lab.Arrange(state => state.Write(LogLevel.Information, "Test", null, "Something was restarted."));
        _lab.Advance(1);

        Assert.Equal((1, FaultState.Ended), (_killed, _lab.Fault(fault).State));
        Assert.Equal(1, _lab.CountLines("Faults", "began: kill of the process that holds the lab"));
    }

    [Fact]
    public void It_comes_in_place_of_the_write_that_it_was_given()
    {
        _lab.AddSharedCluster();
        _lab.Lab.ProcessKiller = () => _killed++;
        _lab.Break(s_kill with { AfterWrites = 3 });
        Assert.Equal(0, _killed);

        _lab.AddVM("web01", _lab.Computer("NODE1"), "192.168.10.51");

        Assert.Equal(1, _killed);
    }

    [Fact]
    public void Nobody_dies_where_nobody_said_so_as_in_a_lab_made_again_from_its_journal()
    {
        _lab.AddNodes(1, withStorage: false);
        _lab.Lab.ProcessKiller = () => _killed++;
        _lab.Break(s_kill);

        using Lab again = Lab.Replay(_lab.Lab.ExportJournal(), new MemoryDiskStore());

        Assert.Equal(_lab.Lab.JournalHash, again.JournalHash);
        Assert.Equal(1, _killed);
    }

    [Fact]
    public void There_is_no_write_before_the_first_and_no_other_target()
    {
        _lab.AddNodes(1, withStorage: false);

        Assert.Equal("FaultWritesNotPossible", _lab.Refused(s_kill with { AfterWrites = 0 }).Error.Key);
        Assert.Equal("FaultTargetNotTaken", _lab.Refused(s_kill with { Computer = [new(1)] }).Error.Key);
    }
}
