using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Hosts;

public sealed class FeatureTests
{
    [Fact]
    public void Failover_clustering_works_without_a_restart_and_opens_its_firewall_group()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1");
        Assert.False(IsEnabled(lab, "Failover Clusters"));

        HostFeatureView feature = lab.Make<HostFeatureView>(
            new InstallWindowsFeature { Name = "failover-clustering", Computer = host });

        Assert.Equal(FeatureState.Installed, feature.InstallState);
        Assert.Equal("Failover-Clustering", feature.Name);
        Assert.Contains("Failover-Clustering", lab.Host(host).WorkingFeatures);
        Assert.True(IsEnabled(lab, "Failover Clusters"));
        Assert.Empty(lab.Host(host).RestartReasons);
    }

    [Fact]
    public void The_Hyper_V_role_works_after_a_restart()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1", "WindowsServer2008R2Enterprise");
        Assert.DoesNotContain("Hyper-V", lab.Host(host).WorkingFeatures);

        HostFeatureView feature = lab.Make<HostFeatureView>(
            new InstallWindowsFeature { Name = "Hyper-V", Computer = host });
        Assert.Equal((FeatureState.InstallPending, true), (feature.InstallState, feature.RestartNeeded));
        Assert.Equal(["Hyper-V"], lab.Host(host).RestartReasons);
        Assert.DoesNotContain("Hyper-V", lab.Host(host).WorkingFeatures);
        lab.Do(new RestartHost { Computer = host });

        Assert.Contains("Hyper-V", lab.Host(host).WorkingFeatures);
        Assert.Empty(lab.Host(host).RestartReasons);
    }

    [Fact]
    public void A_role_that_is_removed_works_until_the_restart()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1", "WindowsServer2008R2Enterprise");
        lab.Do(new InstallWindowsFeature { Name = "Hyper-V", Computer = host });
        lab.Do(new RestartHost { Computer = host });

        lab.Do(new UninstallWindowsFeature { Name = "Hyper-V", Computer = host });
        Assert.Contains("Hyper-V", lab.Host(host).WorkingFeatures);
        lab.Do(new RestartHost { Computer = host });

        Assert.DoesNotContain("Hyper-V", lab.Host(host).WorkingFeatures);
        Assert.Equal(FeatureState.Available, Feature(lab, "Hyper-V").InstallState);
    }

    [Fact]
    public void A_pending_installation_that_is_taken_back_needs_no_restart()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1");
        lab.Do(new InstallWindowsFeature { Name = "Multipath-IO", Computer = host });

        lab.Do(new UninstallWindowsFeature { Name = "Multipath-IO", Computer = host });

        Assert.Equal(FeatureState.Available, Feature(lab, "Multipath-IO").InstallState);
        Assert.Empty(lab.Host(host).RestartReasons);
    }

    [Fact]
    public void The_DSM_alone_enables_multipath_IO_after_the_restart()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1");

        lab.Do(new InstallPackage { Name = "SDDDSM", Computer = host });
        Assert.Equal(FeatureState.InstallPending, Feature(lab, "Multipath-IO").InstallState);
        Assert.False(lab.Host(host).MpioEnabled);
        Assert.Equal(["Multipath-IO", "SDDDSM"], lab.Host(host).RestartReasons);
        lab.Do(new RestartHost { Computer = host });

        Assert.True(lab.Host(host).MpioEnabled);
        Assert.Equal(FeatureState.Installed, Feature(lab, "Multipath-IO").InstallState);
        Assert.Equal(PackageState.Installed, lab.View<InstalledPackageView>("SDDDSM").State);
    }

    [Fact]
    public void The_feature_alone_claims_no_disk()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1");

        lab.Do(new InstallWindowsFeature { Name = "Multipath-IO", Computer = host });
        lab.Do(new RestartHost { Computer = host });

        Assert.Contains("Multipath-IO", lab.Host(host).WorkingFeatures);
        Assert.False(lab.Host(host).MpioEnabled);
    }

    [Fact]
    public void Feature_and_DSM_work_together_after_one_restart()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1");
        JobView feature = lab.Begin(new InstallWindowsFeature { Name = "Multipath-IO", Computer = host });
        lab.Do(new InstallPackage { Name = "SDDDSM", Computer = host });
        Assert.Equal(JobState.Completed, lab.Lab.View<JobView>(feature.Key)!.State);

        lab.Do(new RestartHost { Computer = host });

        Assert.True(lab.Host(host).MpioEnabled);
    }

    [Fact]
    public void A_shutdown_or_a_power_cut_undoes_what_was_being_installed()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1");
        JobView feature = lab.Begin(new InstallWindowsFeature { Name = "Failover-Clustering", Computer = host });
        JobView package = lab.Begin(new InstallPackage { Name = "SDDDSM", Computer = host });
        lab.Advance(1);

        lab.Do(new StopHost { Computer = host, TurnOff = true });
        lab.Advance(1000);

        Assert.Equal("PowerCut", lab.Lab.View<JobView>(feature.Key)!.Failure!.Error.Key);
        Assert.Equal("PowerCut", lab.Lab.View<JobView>(package.Key)!.Failure!.Error.Key);
        Assert.Equal(FeatureState.Available, Feature(lab, "Failover-Clustering").InstallState);
        Assert.Empty(lab.Lab.Views<InstalledPackageView>());
    }

    [Fact]
    public void A_job_that_is_stopped_takes_back_what_it_was_installing()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1");
        JobView feature = lab.Begin(new InstallWindowsFeature { Name = "Failover-Clustering", Computer = host });
        JobView package = lab.Begin(new InstallPackage { Name = "SDDDSM", Computer = host });
        lab.Advance(1);

        lab.Do(new StopJob { Job = new Key<LabJob>(feature.Key) });
        lab.Do(new StopJob { Job = new Key<LabJob>(package.Key) });
        lab.Advance(1000);

        Assert.Equal(JobState.Stopped, lab.Lab.View<JobView>(feature.Key)!.State);
        Assert.Equal(FeatureState.Available, Feature(lab, "Failover-Clustering").InstallState);
        Assert.Empty(lab.Lab.Views<InstalledPackageView>());
    }

    [Fact]
    public void What_is_being_changed_and_what_is_unknown_is_refused()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1");
        lab.Begin(new InstallPackage { Name = "SDDDSM", Computer = host });
        lab.Begin(new InstallWindowsFeature { Name = "Failover-Clustering", Computer = host });

        Assert.Equal("PackageIsInstalled", Key(new InstallPackage { Name = "sdddsm", Computer = host }));
        Assert.Equal(
            "FeatureIsChanging", Key(new InstallWindowsFeature { Name = "Failover-Clustering", Computer = host }));
        Assert.Equal(
            "FeatureIsChanging", Key(new UninstallWindowsFeature { Name = "Failover-Clustering", Computer = host }));
        Assert.Equal("NoSuchFeature", Key(new InstallWindowsFeature { Name = "Hyper-W", Computer = host }));
        Assert.Equal("NoSuchPackage", Key(new InstallPackage { Name = "PowerPath", Computer = host }));

        string Key(LabRequest request) => lab.Refused(request).Error.Key;
    }

    [Fact]
    public void What_is_there_is_not_installed_again_and_what_is_not_is_not_removed()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1");

        JobView installed = lab.Begin(new InstallWindowsFeature { Name = "Hyper-V", Computer = host });
        JobView removed = lab.Begin(new UninstallWindowsFeature { Name = "Multipath-IO", Computer = host });

        Assert.Equal((JobState.Completed, JobState.Completed), (installed.State, removed.State));
        Assert.Equal(FeatureState.Installed, Feature(lab, "Hyper-V").InstallState);
        Assert.Equal(FeatureState.Available, Feature(lab, "Multipath-IO").InstallState);
    }

    [Fact]
    public void What_waits_for_a_restart_is_said_by_its_job()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1");

        JobView feature = lab.Run(new InstallWindowsFeature { Name = "Multipath-IO", Computer = host });
        JobView clustering = lab.Run(new InstallWindowsFeature { Name = "Failover-Clustering", Computer = host });
        JobView rename = lab.Run(new RenameHost { Computer = host, NewName = "NODE1" });

        Assert.Equal(["You must restart HOST1 to finish the installation process."], feature.Warnings);
        Assert.Empty(clustering.Warnings);
        Assert.Equal(["The changes will take effect after you restart the computer HOST1."], rename.Warnings);
    }

    [Fact]
    public void A_computer_that_does_not_run_takes_no_feature()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddHost("HOST1");

        Assert.Equal("ComputerNotRunning", lab.Refused(
            new InstallWindowsFeature { Name = "Failover-Clustering", Computer = host }).Error.Key);
    }

    [Fact]
    public void A_client_lists_no_server_feature_and_takes_none()
    {
        using var lab = new TestLab();
        lab.AddDomain();

        Assert.Equal("EditionWithoutFeature", lab.Refused(
            new InstallWindowsFeature { Name = "Hyper-V", Computer = lab.Computer("ADMIN1") }).Error.Key);
        Assert.DoesNotContain(lab.Lab.Views<HostFeatureView>(), feature => feature.ComputerName == "ADMIN1");
    }

    private static HostFeatureView Feature(TestLab lab, string name) => lab.View<HostFeatureView>(name);

    private static bool IsEnabled(TestLab lab, string group) => lab.View<FirewallGroupView>(group).Enabled;
}
