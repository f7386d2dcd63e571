using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Tests.Labs;

public sealed class DefectTests
{
    [Fact]
    public void A_lab_in_which_a_request_broke_off_can_be_read_but_does_not_go_on()
    {
        using Lab lab = SmallLab.Make();

        Assert.Throws<NotImplementedException>(() => lab.Send(new BreakThing(), SmallLab.Caller));

        Assert.Equal("LabHasDefect", Assert.Throws<LabException>(() => lab.TakeEvent()).Error.Key);
        Assert.Equal("LabHasDefect", Assert.Throws<LabException>(() => LabFileTests.TextOf(lab)).Error.Key);
        Assert.Equal(4, lab.Views<PhysicalComputerView>().Count);
        Assert.NotEmpty(lab.ExportJournal().Entries);
    }

    private sealed record BreakThing : LabRequest
    {
        internal override void Validate(LabState lab, LabCaller caller)
        {
        }

        internal override void Act(LabState lab, LabJob job) => throw new NotImplementedException();
    }
}
