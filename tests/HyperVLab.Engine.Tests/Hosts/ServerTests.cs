using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Tests.Hosts;

public sealed class ServerTests
{
    private const long Gigabyte = 1L << 30;

    private static readonly AddServer s_file = new()
    {
        Name = "FILE1", Edition = "WindowsServer2003Standard", ServicePack = 2, WorkRate = 50,
        SystemVolumeSizeBytes = 20 * Gigabyte, DataSizeBytes = 3 * Gigabyte,
    };

    [Fact]
    public void A_server_is_there_at_once_and_works_while_its_system_runs()
    {
        using TestLab lab = Lab();
        ServerView server = lab.Make<ServerView>(s_file);
        Assert.Equal("Windows Server 2003 Standard SP2", server.OperatingSystem);
        Assert.Equal(ComputerState.Running, server.State);
        lab.Advance(10);
        Assert.Equal(500, lab.View<ServerView>("FILE1").WorkCount);

        lab.Do(new SetServer { Computer = lab.Computer("FILE1"), WorkRate = 200 });
        lab.Advance(1);
        Assert.Equal(700, lab.View<ServerView>("FILE1").WorkCount);

        lab.Do(new StopHost { Computer = lab.Computer("FILE1"), TurnOff = true });
        long count = lab.View<ServerView>("FILE1").WorkCount;
        lab.Advance(100);
        Assert.Equal(count, lab.View<ServerView>("FILE1").WorkCount);
    }

    [Fact]
    public void Its_volumes_hold_what_was_said()
    {
        using TestLab lab = Lab();
        lab.Do(s_file);
        VolumeView volume = lab.Make<VolumeView>(new AddServerVolume
        {
            Computer = lab.Computer("FILE1"), DriveLetter = "E", DataSizeBytes = 5 * Gigabyte,
            FileSystemLabel = "Homes",
        });
        Assert.True(volume.Size is > 15 * Gigabyte and < 16 * Gigabyte);
        Assert.True(volume.Size - volume.SizeRemaining is > 5 * Gigabyte and < (5 * Gigabyte) + (512L << 20));
        Assert.Equal(
            "ServerVolumeTooLarge",
            lab.Refused(new AddServerVolume { Computer = lab.Computer("FILE1"), SizeBytes = Gigabyte }).Error.Key);
    }

    [Theory]
    [InlineData("ServerVolumeTooLarge", 36, 30)]
    [InlineData("HardwareNotPossible", 8, 0)]
    public void What_no_server_has_is_refused(string error, long disk, long data)
    {
        using TestLab lab = Lab();
        Assert.Equal(error, lab.Refused(s_file with
        {
            LocalDiskSizeBytes = disk * Gigabyte, DataSizeBytes = data * Gigabyte, SystemVolumeSizeBytes = null,
        }).Error.Key);
    }

    [Fact]
    public void Names_that_the_lab_does_not_know_are_refused()
    {
        using TestLab lab = Lab();
        Assert.Equal("NoSuchServerDevice", lab.Refused(s_file with { Device = ["Quantum"] }).Error.Key);
        Assert.Equal("NoSuchEdition", lab.Refused(s_file with { Edition = "OS/2" }).Error.Key);
        Assert.Equal("ServerOfHyperVServer", lab.Refused(s_file with { Edition = "HyperVServer2008R2" }).Error.Key);
        Assert.Equal("ComputerNameTaken", lab.Refused(s_file with { Name = "DC1" }).Error.Key);
    }

    private static TestLab Lab()
    {
        var lab = new TestLab();
        lab.Do(new NewLab());
        return lab;
    }
}
