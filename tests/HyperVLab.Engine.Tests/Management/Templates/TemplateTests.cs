using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Engine.Tests.Hosts;
using HyperVLab.Engine.Tests.Storage;

namespace HyperVLab.Engine.Tests.Management;

public sealed class TemplateTests
{
    private const string Verifier =
        "pbkdf2-sha256:600000:00112233445566778899aabbccddeeff:"
        + "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    [Fact]
    public void A_deployment_that_breaks_off_anywhere_goes_on_where_it_was()
    {
        for (int seconds = 1; seconds < 260; seconds += 37)
        {
            using TestLab lab = TemplateLab.Create();
            JobView job = lab.Begin(lab.Deploy("web01"));
            lab.Advance(seconds);
            lab.SetCables(lab.Computer("NODE1"), connected: false);
            job = lab.Lab.WaitFor(job.Key);
            Assert.Equal((JobState.Failed, "2916"), (job.State, job.ErrorId));
            lab.SetCables(lab.Computer("NODE1"), connected: true);
            lab.Do(new RestartJob { Job = new(job.Key) });
            Assert.Equal(JobState.Completed, lab.Lab.WaitFor(job.Key).State);
            Assert.Single(lab.Lab.Views<VirtualMachineView>());
            Assert.Empty(lab.Read(state => state.Deployments.ToArray()));
        }
    }

    [Fact]
    public void A_template_that_is_made_of_a_machine_breaks_off_and_goes_on()
    {
        using TestLab lab = LibraryLab.Create(hosts: 1);
        lab.AddGuest("gold");
        JobView job = lab.Begin(new NewVMTemplate { Name = "Web", VM = lab.Machine("gold") });
        lab.Advance(100);
        Assert.Equal("TemplateVMBusy", lab.Refused(new NewVirtualMachine
        {
            Name = "copy",
            VM = lab.Machine("gold"),
            VMHost = lab.Computer("NODE1"),
        }).Error.Key);
        Assert.Equal("TemplateBusy", lab.Refused(new RemoveVMTemplate { VMTemplate = lab.Template() }).Error.Key);
        Assert.Equal("TemplateUnfinished", lab.Refused(lab.Deploy("web01")).Error.Key);
        lab.SetCables(lab.Computer("LIB1"), connected: false);
        Assert.Equal("2916", lab.Lab.WaitFor(job.Key).ErrorId);
        lab.SetCables(lab.Computer("LIB1"), connected: true);
        lab.Do(new RestartJob { Job = new(job.Key) });
        Assert.Equal(JobState.Completed, lab.Lab.WaitFor(job.Key).State);
        Assert.Empty(lab.Lab.Views<VirtualMachineView>());
        Assert.Equal(LibraryResourceState.Normal, lab.View<VMTemplateView>("Web").State);
    }

    [Fact]
    public void A_template_whose_share_went_away_is_finished_when_that_is_there_again()
    {
        using TestLab lab = LibraryLab.Create(hosts: 1);
        lab.AddGuest("gold");
        JobView job = lab.Begin(new NewVMTemplate { Name = "Web", VM = lab.Machine("gold") });
        lab.Advance(60);
        lab.Do(new RemoveSmbShare { Share = new(lab.View<SmbShareView>("Library").Key) });
        Assert.Equal("2901", lab.Lab.WaitFor(job.Key).ErrorId);
        lab.Do(new NewSmbShare { Computer = lab.Computer("LIB1"), Name = "Library", Path = @"C:\Library" });
        lab.Do(new RestartJob { Job = new(job.Key) });
        Assert.Equal(JobState.Completed, lab.Lab.WaitFor(job.Key).State);
        Assert.Equal(LibraryResourceState.Normal, lab.View<VMTemplateView>("Web").State);
    }

    [Fact]
    public void A_machine_whose_disk_got_a_child_meanwhile_is_not_taken_from_it()
    {
        using TestLab lab = LibraryLab.Create(hosts: 1);
        lab.AddGuest("gold");
        JobView job = lab.Begin(new NewVMTemplate { Name = "Web", VM = lab.Machine("gold") });
        lab.Do(new NewVHD
        {
            Computer = lab.Computer("NODE1"),
            Path = @"C:\Gold\child.vhd",
            ParentPath = @"C:\Gold\gold.vhd",
        });
        Assert.Equal("DeploymentVMGone", lab.Lab.WaitFor(job.Key).Failure?.Error.Key);
        lab.Do(new RemoveFile { Computer = lab.Computer("NODE1"), Path = @"C:\Gold\child.vhd" });
        lab.Do(new RestartJob { Job = new(job.Key) });
        Assert.Equal(JobState.Completed, lab.Lab.WaitFor(job.Key).State);
    }

    [Fact]
    public void A_machine_that_was_left_unstarted_is_free_once_that_is_skipped()
    {
        using TestLab lab = TemplateLab.Create();
        JobView job = lab.Run(lab.Deploy("web01") with { StartVM = true, MemoryMB = 60_000 });
        Assert.Equal("OutOfMemory", job.ErrorId);
        lab.Do(new RestartJob { Job = new(job.Key), SkipLastFailedStep = true });
        lab.Do(new NewVirtualMachine
        {
            Name = "copy",
            VM = lab.Machine("web01"),
            VMHost = lab.Computer("NODE1"),
            Path = @"C:\Copies",
        });
    }

    [Fact]
    public void A_template_whose_machine_went_away_meanwhile_is_not_finished()
    {
        using TestLab lab = LibraryLab.Create(hosts: 1);
        lab.AddGuest("gold");
        JobView job = lab.Begin(new NewVMTemplate { Name = "Web", VM = lab.Machine("gold") });
        lab.Do(new RemoveVM { VM = lab.Machine("gold") });
        Assert.Equal("801", lab.Lab.WaitFor(job.Key).ErrorId);
        Assert.Equal(LibraryResourceState.Missing, lab.View<VMTemplateView>("Web").State);
        lab.Do(new RemoveVMTemplate { VMTemplate = lab.Template() });
    }

    [Fact]
    public void A_disk_that_goes_away_while_it_is_copied_fails_the_job()
    {
        using TestLab lab = TemplateLab.Create();
        JobView job = lab.Begin(lab.Deploy("web01"));
        lab.Do(new RemoveFile { Computer = lab.Computer("LIB1"), Path = @"C:\Library\gold.vhd" });
        Assert.Equal("2904", lab.Lab.WaitFor(job.Key).ErrorId);
        Assert.Equal(VirtualMachineState.CreationFailed, lab.View<VirtualMachineView>("web01").VirtualMachineState);
        Assert.Equal("LibraryResourceMissing", lab.Refused(lab.Deploy("web02")).Error.Key);
    }

    [Fact]
    public void The_disk_that_others_differ_from_is_sent_once()
    {
        using TestLab lab = TemplateLab.Create();
        NewVirtualMachine request = lab.Deploy("web01") with { UseDiffDiskOptimization = true };
        JobView job = lab.Begin(request);
        Assert.Equal("DeploymentParentOnWay", lab.Refused(request with { Name = "web02" }).Error.Key);
        lab.Lab.WaitFor(job.Key);
        lab.Do(request with { Name = "web02" });
        Assert.Single(lab.Lab.Views<StoredFileView>("gold.vhd"), view => view.RelativePath.StartsWith("VMs", default));
    }

    [Fact]
    public void A_system_that_sysprep_did_not_prepare_is_not_customized()
    {
        using TestLab lab = TemplateLab.Create();
        lab.AddGuest("raw");
        lab.Do(new NewVirtualMachine
        {
            Name = "copy",
            VM = lab.Machine("raw"),
            VMHost = lab.Computer("NODE1"),
            Path = @"C:\Copies",
        });
        byte[] disk = lab.Lab.Ask(new FileContentQuery(
            lab.Computer("NODE1"), @"C:\Copies\copy\raw.vhd", 0, 1 << 24));
        lab.Put("raw.vhd", disk);
        lab.Refresh();
        lab.Do(new NewVMTemplate { Name = "Raw", VirtualHardDisk = lab.Resource("raw.vhd") });
        JobView job = lab.Run(lab.Deploy("web01") with { VMTemplate = lab.Template("Raw") });
        Assert.Equal("DeploymentNotGeneralized", job.Failure?.Error.Key);
        lab.Do(new NewVMTemplate
        {
            Name = "AsIs", VirtualHardDisk = lab.Resource("raw.vhd"), NoCustomization = true,
        });
        lab.Do(lab.Deploy("web02") with { VMTemplate = lab.Template("AsIs") });
    }

    [Fact]
    public void Machines_of_a_template_are_all_different_and_the_lab_replays_and_exports_in_between()
    {
        using TestLab lab = TemplateLab.Create();
        for (int number = 0; number < 6; number++)
        {
            lab.Do(lab.Deploy($"web{number}") with
            {
                UseDiffDiskOptimization = number % 2 == 0,
                StartVM = true,
                MemoryMB = 64,
            });
        }

        JobView last = lab.Begin(lab.Deploy("last"));
        lab.Advance(200);
        using var folder = new TemporaryFolder();
        lab.Lab.ExportTo(folder.Root);
        using Lab copy = Lab.ImportFrom(folder.Root, new MemoryDiskStore());
        lab.Lab.WaitFor(last.Key);
        lab.Advance(1000);
        copy.AdvanceTo(lab.Lab.Now);
        Assert.Equal(lab.Lab.StateHash, copy.StateHash);

        VirtualMachineView[] machines =
            [.. lab.Lab.Views<VirtualMachineView>().Where(view => view.Uptime > default(TimeSpan))];
        Assert.Equal(6, machines.Select(view => view.GuestSid).Distinct().Count());
        Assert.Equal(6, machines.Select(view => view.GuestComputerName).Distinct().Count());
        using Lab again = Lab.Replay(lab.Lab.ExportJournal(), new MemoryDiskStore());
        Assert.Equal((lab.Lab.StateHash, lab.Lab.JournalHash), (again.StateHash, again.JournalHash));
    }

    [Fact]
    public void A_generalized_disk_that_starts_by_itself_becomes_a_computer_of_its_own()
    {
        using TestLab lab = TemplateLab.Create();
        lab.Do(new NewVirtualMachine
        {
            Name = "raw",
            VirtualHardDisk = lab.Resource("gold.vhd"),
            VMHost = lab.Computer("NODE1"),
            StartVM = true,
        });
        lab.Advance(1000);
        VirtualMachineView raw = lab.View<VirtualMachineView>("raw");
        Assert.StartsWith("WIN-", raw.GuestComputerName, StringComparison.Ordinal);
        lab.Do(new StopVM { VM = lab.Machine("raw"), TurnOff = true });
        lab.Do(new StartVM { VM = lab.Machine("raw") });
        Assert.Equal(raw.GuestSid, lab.View<VirtualMachineView>("raw").GuestSid);
    }

    [Fact]
    public void A_secret_in_clear_is_refused_and_not_repeated()
    {
        using TestLab lab = LibraryLab.Create();
        LabException refusal = lab.Refused(
            new NewGuestOSProfile { Name = "Web", LocalAdministratorCredential = "top secret" });
        Assert.Equal("SecretInClear", refusal.Error.Key);
        Assert.DoesNotContain("top secret", refusal.Message, StringComparison.Ordinal);
        JobView job = lab.Run(new NewGuestOSProfile { Name = "Web", ProductKey = Verifier });
        Assert.DoesNotContain("pbkdf2", job.Script, StringComparison.Ordinal);
        Assert.True(lab.View<GuestOSProfileView>("Web").Guest.HasProductKey);
    }

    [Fact]
    public void A_verifier_fits_its_secret_alone()
    {
        string verifier = SecretVerifier.Make("top secret", new byte[SecretVerifier.SaltBytes]);
        Assert.True(SecretVerifier.Fits(verifier, "top secret"));
        Assert.False(SecretVerifier.Fits(verifier, "Top secret"));
        Assert.False(SecretVerifier.Fits("top secret", "top secret"));
    }

    [Theory]
    [InlineData("unattend.xml", "<unattend")]
    [InlineData("unattend.xml", "<answers/>")]
    [InlineData("unattend.xml", "<unattend/>")]
    [InlineData("unattend.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><unattend xmlns='urn:schemas-microsoft-com:unattend'/>")]
    [InlineData(
        "unattend.xml",
        "<unattend xmlns='urn:schemas-microsoft-com:unattend'>"
        + "<ComputerName>NAME-OF-16-CHARS</ComputerName></unattend>")]
    [InlineData("sysprep.inf", "ComputerName=WEB")]
    [InlineData("go.ps1", "Get-Date")]
    public void A_wrong_answer_file_is_refused_with_what_is_wrong(string name, string content)
    {
        using TestLab lab = LibraryLab.Create();
        lab.Put(name, content);
        lab.Refresh();
        LabException refusal = lab.Refused(new NewGuestOSProfile { Name = "Web", AnswerFile = lab.Resource(name) });
        Assert.Equal("AnswerFileWrong", refusal.Error.Key);
    }

    [Theory]
    [InlineData(null, true, "FROMFILE")]
    [InlineData("OWN", true, "OWN")]
    [InlineData("OWN", false, "FROMFILE")]
    public void An_answer_file_adds_to_what_is_said_or_comes_before_it(string? own, bool merges, string expected)
    {
        using TestLab lab = TemplateLab.Create();
        lab.Put(
            "unattend.xml",
            "<unattend xmlns='urn:schemas-microsoft-com:unattend'><settings pass='specialize'><component>"
            + "<ComputerName>FROMFILE</ComputerName></component></settings></unattend>");
        lab.Refresh();
        lab.Do(lab.Deploy("web01") with
        {
            ComputerName = own,
            AnswerFile = lab.Resource("unattend.xml"),
            MergeAnswerFile = merges,
            StartVM = true,
        });
        lab.Advance(10);
        Assert.Equal(expected, lab.View<VirtualMachineView>("web01").GuestComputerName);
    }
}
