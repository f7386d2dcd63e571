using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Tests.Clustering;
using HyperVLab.Engine.Tests.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Management;

public sealed class ManagedHostTests
{
    [Fact]
    public void A_host_comes_under_management_in_steps_that_form_a_tree()
    {
        using TestLab lab = ManagementLab.Create();
        JobView job = lab.Run(new AddVMHost { Computer = lab.Computer("NODE1") });
        Assert.Equal(
            [
                (0, "Add virtual machine host"),
                (1, "Install Virtual Machine Manager agent"),
                (1, "Refresh host"),
            ],
            job.Steps.Select(step => (step.Depth, step.Name)));
        Assert.Equal(job.EndTime, job.Steps[0].EndTime);
        Assert.True(job.Steps[1].EndTime == job.Steps[2].StartTime && job.Steps[0].StartTime == job.StartTime);

        ManagedComputerView host = lab.View<ManagedComputerView>("NODE1");
        Assert.Equal(("All Hosts", AgentState.Responding), (host.HostGroupPath, host.State));
        Assert.Equal("VmmHostManaged", lab.Refused(new AddVMHost { Computer = lab.Computer("NODE1") }).Error.Key);
    }

    [Fact]
    public void A_host_that_is_lost_on_the_way_fails_the_job_which_goes_on_where_it_was()
    {
        using TestLab lab = ManagementLab.Create();
        JobView job = lab.Begin(new AddVMHost { Computer = lab.Computer("NODE1") });
        lab.Advance(65);
        lab.SetCables(lab.Computer("NODE1"), connected: false);
        job = lab.Lab.WaitFor(job.Key);
        Assert.Equal((JobState.Failed, "2916"), (job.State, job.ErrorId));
        Assert.True(job.Steps[^1] is { Name: "Refresh host", Failed: true });
        Assert.Equal(AgentState.NotResponding, lab.View<ManagedComputerView>("NODE1").State);

        lab.SetCables(lab.Computer("NODE1"), connected: true);
        TimeSpan restarted = lab.Lab.Now;
        lab.Do(new RestartJob { Job = new Key<LabJob>(job.Key) });
        job = lab.Lab.WaitFor(job.Key);
        Assert.Equal((JobState.Completed, null), (job.State, job.ErrorId));
        Assert.Equal(
            ["Install Virtual Machine Manager agent", "Refresh host", "Refresh host"],
            job.Steps.Skip(1).Select(step => step.Name));
        Assert.Equal(TimeSpan.FromSeconds(10), lab.Lab.Now - restarted);
        Assert.Equal("JobHasNotFailed", lab.Refused(new RestartJob { Job = new(job.Key) }).Error.Key);
    }

    [Fact]
    public void A_restart_may_leave_the_failed_step_out()
    {
        using TestLab lab = ManagementLab.Create();
        JobView job = lab.Begin(new AddVMHost { Computer = lab.Computer("NODE1") });
        lab.Advance(65);
        lab.SetCables(lab.Computer("NODE1"), connected: false);
        lab.Lab.WaitFor(job.Key);
        lab.Do(new RestartJob { Job = new(job.Key), SkipLastFailedStep = true });
        Assert.Equal(JobState.Completed, lab.Lab.View<JobView>(job.Key)!.State);
    }

    [Fact]
    public void A_job_that_was_stopped_goes_on_too()
    {
        using TestLab lab = ManagementLab.Create();
        JobView job = lab.Begin(new AddVMHost { Computer = lab.Computer("NODE1") });
        lab.Advance(10);
        lab.Do(new StopJob { Job = new(job.Key) });
        lab.Advance(1000);
        Assert.Equal(AgentState.NotResponding, lab.View<ManagedComputerView>("NODE1").State);
        lab.Do(new RestartJob { Job = new(job.Key) });
        Assert.Equal(JobState.Completed, lab.Lab.WaitFor(job.Key).State);
        Assert.Equal(AgentState.Responding, lab.View<ManagedComputerView>("NODE1").State);
    }

    [Fact]
    public void A_job_of_nothing_that_goes_on_cannot_be_restarted()
    {
        using TestLab lab = ManagementLab.Create();
        JobView job = lab.Begin(new RestartHost { Computer = lab.Computer("NODE1") });
        lab.Do(new StopJob { Job = new(job.Key) });
        Assert.Equal("JobCannotRestart", lab.Refused(new RestartJob { Job = new(job.Key) }).Error.Key);
    }

    [Fact]
    public void An_agent_that_does_not_answer_is_seen_and_comes_back()
    {
        using TestLab lab = ManagementLab.Create();
        lab.Manage("NODE1");
        lab.Arrange(state => ComputerFaults(state, "NODE1", lost: true));
        Assert.Equal(AgentState.NotResponding, lab.View<ManagedComputerView>("NODE1").State);
        Assert.Equal("2916", lab.Run(new ReadVMHost { Computer = lab.Computer("NODE1") }).ErrorId);
        lab.Arrange(state => ComputerFaults(state, "NODE1", lost: false));
        Assert.Equal(AgentState.Responding, lab.View<ManagedComputerView>("NODE1").State);
    }

    [Fact]
    public void The_refresher_reads_a_host_every_half_hour_without_ticking()
    {
        using TestLab lab = ManagementLab.Create();
        TimeSpan added = lab.Manage("NODE1").UpdatedAt;
        long events = lab.Lab.EventsApplied;
        lab.Advance(TimeSpan.FromMinutes(95).TotalSeconds);
        Assert.Equal(added + TimeSpan.FromMinutes(90), lab.View<ManagedComputerView>("NODE1").UpdatedAt);
        Assert.Equal(events, lab.Lab.EventsApplied);
        lab.Do(new ReadVMHost { Computer = lab.Computer("NODE1") });
        Assert.Equal(lab.Lab.Now, lab.View<ManagedComputerView>("NODE1").UpdatedAt);
    }

    [Fact]
    public void The_hosts_of_a_cluster_are_managed_together()
    {
        using TestLab lab = ManagementLab.Create();
        Key<Engine.Clustering.Cluster> cluster = lab.Form([lab.Computer("NODE1"), lab.Computer("NODE2")]);
        Assert.Equal("VmmHostIsNode", lab.Refused(new AddVMHost { Computer = lab.Computer("NODE1") }).Error.Key);
        Key<HostGroup> group = lab.AddGroup("Clusters");
        lab.Do(new AddVMHostCluster { Cluster = cluster, VMHostGroup = group });
        Assert.Equal(["NODE1", "NODE2"], lab.Group(group).Hosts);
        Assert.Equal("VmmHostIsNode", lab.Refused(new RemoveVMHost { Computer = lab.Computer("NODE1") }).Error.Key);

        lab.Do(new MoveVMHost { Computer = lab.Computer("NODE1"), ParentHostGroup = lab.AddGroup("Elsewhere") });
        Assert.Empty(lab.Group(group).Hosts);
        lab.Do(new RemoveVMHostCluster { Cluster = cluster });
        Assert.Empty(lab.Lab.Views<ManagedComputerView>());
        Assert.Equal("VmmHostNotManaged", lab.Refused(new RemoveVMHostCluster { Cluster = cluster }).Error.Key);
    }

    [Fact]
    public void A_dead_host_is_forgotten_only_by_force()
    {
        using TestLab lab = ManagementLab.Create();
        lab.Manage("NODE1");
        lab.Do(new StopHost { Computer = lab.Computer("NODE1"), TurnOff = true });
        JobView job = lab.Run(new RemoveVMHost { Computer = lab.Computer("NODE1") });
        Assert.Equal("2916", job.ErrorId);
        lab.Do(new RemoveVMHost { Computer = lab.Computer("NODE1"), Force = true });
        Assert.Empty(lab.Lab.Views<ManagedComputerView>());
        lab.Do(new RestartJob { Job = new(job.Key) });
        Assert.Equal((JobState.Failed, "2916"), (lab.Lab.View<JobView>(job.Key)!.State, job.ErrorId));
    }

    [Fact]
    public void Nothing_else_is_done_to_a_host_meanwhile()
    {
        using TestLab lab = ManagementLab.Create();
        lab.Manage("NODE1");
        lab.Begin(new ReadVMHost { Computer = lab.Computer("NODE1") });
        Assert.Equal("2606", lab.Refused(new RemoveVMHost { Computer = lab.Computer("NODE1") }).Id);
    }

    [Fact]
    public void A_computer_outside_the_domain_or_without_hypervisor_is_no_host()
    {
        using TestLab lab = ManagementLab.Create(hosts: 0);
        lab.Caller = LabCaller.Lab;
        lab.AddInstalled("LONE");
        Assert.Equal("VmmHostOfOtherDomain", lab.Refused(new AddVMHost { Computer = lab.Computer("LONE") }).Error.Key);
        lab.AddMember("FILES", "192.168.10.16");
        Assert.Equal("VmmNotHypervisor", lab.Refused(new AddVMHost { Computer = lab.Computer("FILES") }).Error.Key);
    }

    private static void ComputerFaults(LabState state, string name, bool lost)
    {
        Engine.Hosts.PhysicalComputer computer = state.Computers.Single(one => one.Name == name);
        if (lost)
        {
            Engine.Hosts.ComputerFaults.SilenceAgent(state, computer);
        }
        else
        {
            Engine.Hosts.ComputerFaults.RestoreAgent(state, computer);
        }
    }
}
