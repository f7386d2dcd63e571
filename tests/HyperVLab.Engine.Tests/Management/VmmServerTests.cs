using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Tests.Hosts;

namespace HyperVLab.Engine.Tests.Management;

public sealed class VmmServerTests
{
    [Fact]
    public void Setup_makes_a_server_with_the_group_of_all_hosts()
    {
        using TestLab lab = ManagementLab.Create(hosts: 0);
        VmmServerView server = Assert.Single(lab.Lab.Views<VmmServerView>());
        Assert.Equal(("VMM1", "VMM1.lab.local"), (server.Name, server.FQDN));
        Assert.Equal((8100, true), (server.Port, server.IsConnected));
        Assert.Equal("All Hosts", Assert.Single(lab.Lab.Views<VMHostGroupView>()).Path);
    }

    [Fact]
    public void A_computer_is_a_server_once()
    {
        using TestLab lab = ManagementLab.Create(hosts: 0);
        Assert.Equal(
            "VmmServerExists", lab.Refused(new InstallVMMServer { Computer = lab.Computer("VMM1") }).Error.Key);
    }

    [Fact]
    public void It_needs_a_full_Windows_Server()
    {
        using TestLab lab = ManagementLab.Create(hosts: 1);
        foreach (string computer in (string[])["NODE1", "ADMIN1"])
        {
            LabException refusal = lab.Refused(new InstallVMMServer { Computer = lab.Computer(computer) });
            Assert.Equal("VmmServerEdition", refusal.Error.Key);
        }
    }

    [Fact]
    public void It_needs_a_domain()
    {
        using var lab = new TestLab();
        LabException refusal = lab.Refused(new InstallVMMServer
        {
            Computer = lab.AddInstalled("LONE", "WindowsServer2008R2Standard"),
        });
        Assert.Equal("NotInDomain", refusal.Error.Key);
    }

    [Fact]
    public void A_setup_that_lost_its_computer_goes_on_when_its_job_is_restarted()
    {
        using TestLab lab = ManagementLab.Create(hosts: 0);
        lab.Caller = LabCaller.Lab;
        lab.AddMember("VMM2", "192.168.10.16");
        JobView job = lab.Begin(new InstallVMMServer { Computer = lab.Computer("VMM2") });
        lab.Advance(60);
        lab.Do(new StopHost { Computer = lab.Computer("VMM2"), TurnOff = true });
        job = lab.Lab.View<JobView>(job.Key)!;
        Assert.Equal((JobState.Failed, "1700", true), (job.State, job.ErrorId, job.CanRestart));
        Assert.False(lab.View<VmmServerView>("VMM2").IsConnected);

        lab.Do(new StartHost { Computer = lab.Computer("VMM2") });
        lab.Do(new RestartJob { Job = new(job.Key) });
        Assert.Equal(JobState.Completed, lab.Lab.WaitFor(job.Key).State);
        Assert.True(lab.View<VmmServerView>("VMM2").IsConnected);
    }

    [Fact]
    public void Nobody_is_served_while_the_server_is_down_or_cut_off()
    {
        using TestLab lab = ManagementLab.Create();
        lab.SetCables(lab.Computer("VMM1"), connected: false);
        Assert.Equal("1602", lab.Refused(new NewVMHostGroup { Name = "Rack 1" }).Id);
        lab.SetCables(lab.Computer("VMM1"), connected: true);
        lab.Do(new NewVMHostGroup { Name = "Rack 1" });
        lab.Do(new StopHost { Computer = lab.Computer("VMM1"), TurnOff = true });
        Assert.Equal("1602", lab.Refused(new NewVMHostGroup { Name = "Rack 2" }).Id);
    }

    [Fact]
    public void Where_there_are_two_servers_one_must_be_named()
    {
        using TestLab lab = ManagementLab.Create(hosts: 1);
        lab.Caller = LabCaller.Lab;
        lab.AddServer("VMM2", "192.168.10.16");
        Assert.Equal("SeveralVmmServers", lab.Refused(new NewVMHostGroup { Name = "Rack 1" }).Error.Key);
        VMHostGroupView group = lab.Make<VMHostGroupView>(
            new NewVMHostGroup { Name = "Rack 1", VMMServer = new(lab.View<VmmServerView>("VMM2").Key) });
        Assert.Equal(lab.View<VmmServerView>("VMM2").Key, group.ServerKey);
        Assert.Equal(
            "VmmOtherServer",
            lab.Refused(new AddVMHost
            {
                Computer = lab.Computer("NODE1"),
                VMHostGroup = new(group.Key),
                VMMServer = new(lab.View<VmmServerView>("VMM1").Key),
            }).Error.Key);
    }
}
