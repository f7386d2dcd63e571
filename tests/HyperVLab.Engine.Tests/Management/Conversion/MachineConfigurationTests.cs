using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Management;

public sealed class MachineConfigurationTests
{
    private const long Gigabyte = 1L << 30;

    [Theory]
    [InlineData("WindowsServer2003Standard", 2, "")]
    [InlineData("WindowsServer2003Standard", 1, "P2VServicePackMissing: both")]
    [InlineData("Windows2000Server", 4, "P2VOfflineOnly: online")]
    [InlineData("Windows2000Server", 3, "P2VServicePackMissing: both, P2VOfflineOnly: online")]
    [InlineData("WindowsNT4Server", 6, "P2VSystemNotSupported: both")]
    [InlineData("WindowsServer2008R2Standard", 0, "")]
    public void An_operating_system_decides_whether_and_how(string edition, int servicePack, string expected)
    {
        using TestLab lab = ManagementLab.Create(hosts: 1);
        lab.AddSource(edition, servicePack);
        Assert.Equal(expected, IssuesOf(lab));
    }

    [Fact]
    public void Windows_PE_asks_for_memory_and_for_drivers_that_it_has()
    {
        using TestLab lab = ManagementLab.Create(hosts: 1);
        lab.AddSource(change: server => server with
        {
            MemoryBytes = 256L << 20, Device = ["Compaq Smart-2/P RAID", "Intel PRO/100"],
        });
        Assert.Equal(
            "P2VTooLittleMemory: offline, P2VNoDriver: offline, P2VHardwareLeftBehind: none", IssuesOf(lab));
        Assert.Contains(
            lab.Scan().Issues, issue => issue.Message.Contains("Compaq Smart-2/P RAID", StringComparison.Ordinal));
    }

    [Fact]
    public void A_volume_without_snapshots_is_converted_offline_or_left_out()
    {
        using TestLab lab = ManagementLab.Create(hosts: 1);
        lab.AddSource(change: server => server with { SystemVolumeSizeBytes = 20 * Gigabyte });
        lab.Do(new AddServerVolume
        {
            Computer = lab.Computer("FILE1"), SizeBytes = 8 * Gigabyte, DataSizeBytes = Gigabyte, FileSystem = "FAT32",
        });
        Assert.Equal("P2VVolumeWithoutSnapshot: online", IssuesOf(lab));
        Assert.Equal(["C:", "D:"], lab.Scan().Volumes.Select(volume => volume.DeviceId));
        Assert.True(lab.Scan().Volumes[1].UsedBytes > Gigabyte);
    }

    [Fact]
    public void A_busy_server_is_warned_of()
    {
        using TestLab lab = ManagementLab.Create(hosts: 1);
        lab.AddSource();
        lab.Do(new SetServer { Computer = lab.Computer("FILE1"), DiskOperationsPerSecond = 900 });
        Assert.Equal("P2VSourceBusy: none", IssuesOf(lab));
    }

    [Fact]
    public void A_server_that_cannot_be_reached_is_not_looked_at()
    {
        using TestLab lab = ManagementLab.Create(hosts: 1);
        lab.AddSource();
        lab.Do(new StopHost { Computer = lab.Computer("FILE1"), TurnOff = true });
        Assert.Equal("P2VSourceNotReached", Assert.Throws<LabException>(lab.Scan).Error.Key);
    }

    private static string IssuesOf(TestLab lab) => string.Join(", ", lab.Read(state =>
    {
        Key<PhysicalComputer> computer = state.Computers.First(one => one.Name == "FILE1").Key;
        return ConversionScan.Run(state, Servers.Of(state, computer)!, SourceVolume.Of(state, computer)).ToArray();
    }).Select(issue => $"{issue.Error.Key}: {ModeOf(issue)}"));

    private static string ModeOf(ConversionIssue issue) => (issue.BlocksOnline, issue.BlocksOffline) switch
    {
        (true, true) => "both",
        (true, false) => "online",
        (false, true) => "offline",
        _ => "none",
    };
}
