using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Engine.Tests.Storage;

namespace HyperVLab.Engine.Tests.Management;

public sealed class LibraryTests
{
    [Fact]
    public void A_refresh_finds_what_was_put_there_by_hand_and_forgets_what_is_gone()
    {
        using TestLab lab = LibraryLab.Create();
        lab.Put(@"scripts\go.ps1", "Get-Date");
        lab.Put("notes.txt", "nothing");
        Assert.Empty(lab.Lab.Views<LibraryResourceView>());
        lab.Refresh();
        Assert.Equal(
            @"\\LIB1.lab.local\Library\scripts\go.ps1", Assert.Single(lab.Lab.Views<LibraryResourceView>()).SharePath);

        lab.Do(new RemoveFile { Computer = lab.Computer("LIB1"), Path = @"C:\Library\scripts\go.ps1" });
        Assert.Equal(LibraryResourceState.Normal, lab.View<LibraryResourceView>("go.ps1").State);
        lab.Refresh();
        Assert.Empty(lab.Lab.Views<LibraryResourceView>());
    }

    [Fact]
    public void A_file_that_comes_back_is_the_one_that_was_known()
    {
        using TestLab lab = LibraryLab.Create();
        lab.Put("tools.iso", "a disc");
        lab.Refresh();
        lab.Do(new SetISO { ISO = lab.Resource("tools.iso"), Name = "Tools" });
        lab.Do(new RemoveFile { Computer = lab.Computer("LIB1"), Path = @"C:\Library\tools.iso" });
        lab.Put("TOOLS.ISO", "another disc");
        lab.Refresh();
        LibraryResourceView tools = Assert.Single(lab.Lab.Views<LibraryResourceView>());
        Assert.Equal(("Tools", 12L), (tools.Name, tools.Length));
    }

    [Fact]
    public void A_refresh_that_loses_its_server_fails_and_goes_on_when_it_is_back()
    {
        using TestLab lab = LibraryLab.Create();
        lab.Put("go.ps1", "Get-Date");
        JobView job = lab.Begin(new ReadLibraryShare { LibraryShare = lab.Share() });
        Assert.Equal("2606", lab.Refused(new ReadLibraryShare { LibraryShare = lab.Share() }).Id);
        Assert.Equal("2606", lab.Refused(new RemoveLibraryShare { LibraryShare = lab.Share() }).Id);
        lab.Do(new StopHost { Computer = lab.Computer("LIB1"), TurnOff = true }, LabCaller.Lab);
        job = lab.Lab.WaitFor(job.Key);
        Assert.Equal((JobState.Failed, "2916"), (job.State, job.ErrorId));
        lab.Do(new StartHost { Computer = lab.Computer("LIB1") }, LabCaller.Lab);
        lab.Do(new RestartJob { Job = new(job.Key) });
        Assert.Equal(JobState.Completed, lab.Lab.WaitFor(job.Key).State);
        Assert.Equal("go.ps1", Assert.Single(lab.Lab.Views<LibraryResourceView>()).Name);
    }

    [Fact]
    public void A_host_can_be_a_library_server_and_stays_one_when_it_is_no_host_any_more()
    {
        using TestLab lab = ManagementLab.Create(hosts: 0);
        var computer = lab.AddMember("FILES", "192.168.10.16");
        lab.Caller = LabCaller.Lab;
        lab.Do(new InstallWindowsFeature { Computer = computer, Name = "Hyper-V" });
        lab.Do(new RestartHost { Computer = computer });
        lab.Do(new AddLibraryServer { Computer = computer });
        lab.Do(new AddVMHost { Computer = computer });
        Assert.Equal("All Hosts", lab.View<ManagedComputerView>("FILES").HostGroupPath);
        lab.Do(new RemoveVMHost { Computer = computer });
        Assert.Null(lab.View<ManagedComputerView>("FILES").HostGroupPath);
        Assert.Equal(AgentState.Responding, lab.View<LibraryServerView>("FILES").State);
        lab.Do(new RemoveLibraryServer { LibraryServer = new(lab.View<LibraryServerView>("FILES").Key) });
        Assert.Empty(lab.Lab.Views<ManagedComputerView>());
    }

    [Theory]
    [InlineData("Library")]
    [InlineData(@"\\LIB1")]
    [InlineData(@"\\LIB1\")]
    [InlineData(@"\\LIB1\Library\below")]
    [InlineData(@"\\LIB1\..")]
    [InlineData(@"\\NOBODY\Library")]
    [InlineData(@"\\LIB1\Nothing")]
    public void What_is_no_share_comes_into_no_library(string path)
    {
        using TestLab lab = LibraryLab.Create();
        Assert.StartsWith("Share", lab.Refused(new AddLibraryShare { SharePath = path }).Error.Key, default);
    }

    [Theory]
    [InlineData(@"\\LIB1\Library")]
    [InlineData(@"\\LIB1\Library\..\x.iso")]
    [InlineData(@"\\LIB1\Nothing\x.iso")]
    [InlineData(@"C:\x.iso")]
    public void A_file_is_imported_only_into_a_share(string path)
    {
        using TestLab lab = LibraryLab.Create();
        lab.Refused(new ImportLibraryPhysicalResource { Content = "0;x;", SharePath = path });
    }

    [Fact]
    public void A_lab_with_files_goes_on_from_its_export_and_from_its_journal()
    {
        using TestLab lab = LibraryLab.Create();
        lab.Put(@"scripts\go.ps1", "Get-Date");
        lab.Begin(new ReadLibraryShare { LibraryShare = lab.Share() });
        using var folder = new TemporaryFolder();
        lab.Lab.ExportTo(folder.Root);
        using Lab copy = Lab.ImportFrom(folder.Root, new MemoryDiskStore());
        lab.Advance(100);
        copy.AdvanceTo(lab.Lab.Now);
        Assert.Equal(lab.Lab.StateHash, copy.StateHash);
        Assert.Equal(
            "Get-Date"u8.ToArray(),
            copy.Ask(new FileContentQuery(lab.Computer("LIB1"), @"C:\Library\scripts\go.ps1", 0, 100)));

        using Lab again = Lab.Replay(lab.Lab.ExportJournal(), new MemoryDiskStore());
        Assert.Equal((lab.Lab.StateHash, lab.Lab.JournalHash), (again.StateHash, again.JournalHash));
    }
}
