using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Hosts;

public sealed class PowerTests
{
    [Fact]
    public void An_installation_takes_its_time_and_leaves_the_computer_running()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddHost("HOST1");

        JobView job = lab.Begin(new InstallOperatingSystem { Computer = host, Edition = "Hyper-V Server 2008 R2" });
        Assert.Equal(ComputerState.Installing, lab.Host(host).State);
        Assert.Null(lab.Host(host).Edition);
        JobView ended = lab.Lab.WaitFor(job.Key);

        Assert.Equal(JobState.Completed, ended.State);
        Assert.Equal(HostSettings.InstallDuration, ended.EndTime - ended.StartTime);
        Assert.Equal("Hyper-V Server 2008 R2", lab.Host(host).Edition);
        Assert.Equal(ComputerState.Running, lab.Host(host).State);
        Assert.Contains("Hyper-V", lab.Host(host).WorkingFeatures);
    }

    [Fact]
    public void A_restart_shuts_down_and_boots()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1");

        JobView job = lab.Begin(new RestartHost { Computer = host });
        Assert.Equal(ComputerState.Stopping, lab.Host(host).State);
        lab.Advance(HostSettings.ShutdownDuration.TotalSeconds);
        Assert.Equal(ComputerState.Starting, lab.Host(host).State);
        Assert.Null(lab.Host(host).Uptime);
        JobView ended = lab.Lab.WaitFor(job.Key);

        Assert.Equal(HostSettings.ShutdownDuration + HostSettings.BootDuration, ended.EndTime - ended.StartTime);
        Assert.Equal(TimeSpan.Zero, lab.Host(host).Uptime);
        Assert.Equal(["Shutting down HOST1", "Booting HOST1"], ended.Steps.Select(step => step.Name));
    }

    [Fact]
    public void A_shutdown_and_a_start_are_each_a_job_of_their_own()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1");

        JobView stop = lab.Run(new StopHost { Computer = host });
        Assert.Equal(ComputerState.Off, lab.Host(host).State);
        JobView start = lab.Run(new StartHost { Computer = host });

        Assert.Equal(HostSettings.ShutdownDuration, stop.EndTime - stop.StartTime);
        Assert.Equal(HostSettings.BootDuration, start.EndTime - start.StartTime);
        Assert.Equal(ComputerState.Running, lab.Host(host).State);
    }

    [Fact]
    public void The_power_is_cut_at_once_and_what_waited_fails()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1");
        JobView restart = lab.Begin(new RestartHost { Computer = host });
        lab.Advance(1);

        JobView cut = lab.Begin(new StopHost { Computer = host, TurnOff = true });

        Assert.Equal(JobState.Completed, cut.State);
        Assert.Equal(ComputerState.Off, lab.Host(host).State);
        JobView failed = lab.Lab.View<JobView>(restart.Key)!;
        Assert.Equal(JobState.Failed, failed.State);
        Assert.Equal("PowerCut", failed.Failure!.Error.Key);
        lab.Advance(1000);
        Assert.Equal(ComputerState.Off, lab.Host(host).State);
    }

    [Fact]
    public void A_power_cut_during_setup_leaves_bare_metal()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddHost("HOST1");
        lab.Begin(new InstallOperatingSystem { Computer = host, Edition = "HyperVServer2008R2" });
        lab.Advance(600);
        lab.Do(new StopHost { Computer = host, TurnOff = true });

        Assert.Null(lab.Host(host).Edition);
        Assert.Equal("NoOperatingSystem", lab.Refused(new StartHost { Computer = host }).Error.Key);
        lab.Do(new InstallOperatingSystem { Computer = host, Edition = "WindowsServer2008R2Standard" });
        Assert.Equal("Windows Server 2008 R2 Standard", lab.Host(host).Edition);
    }

    [Fact]
    public void What_needs_time_delays_a_shutdown_and_the_longest_counts()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1");
        JobView job = lab.Begin(new StopHost { Computer = host });
        lab.Arrange(state => state.DelayShutdown(host, TimeSpan.FromSeconds(90)));
        lab.Arrange(state => state.DelayShutdown(host, TimeSpan.FromSeconds(20)));

        JobView ended = lab.Lab.WaitFor(job.Key);

        Assert.Equal(TimeSpan.FromSeconds(90) + HostSettings.ShutdownDuration, ended.EndTime - ended.StartTime);
        Assert.Equal(ComputerState.Off, lab.Host(host).State);
    }

    [Fact]
    public void Only_a_shutdown_is_delayed()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1");

        lab.Arrange(state => state.DelayShutdown(host, TimeSpan.FromSeconds(90)));

        Assert.Equal(HostSettings.ShutdownDuration, Duration(lab.Run(new StopHost { Computer = host })));
    }

    [Fact]
    public void A_computer_that_is_off_cannot_be_shut_down_and_one_that_runs_cannot_be_started()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1");

        Assert.Equal("InvalidState", lab.Refused(new StartHost { Computer = host }).Id);
        lab.Do(new StopHost { Computer = host });
        Assert.Equal("InvalidState", lab.Refused(new StopHost { Computer = host }).Id);
        Assert.Equal("InvalidState", lab.Refused(new StopHost { Computer = host, TurnOff = true }).Id);
        Assert.Equal("InvalidState", lab.Refused(new RestartHost { Computer = host }).Id);
    }

    private static TimeSpan? Duration(JobView job) => job.EndTime - job.StartTime;
}
