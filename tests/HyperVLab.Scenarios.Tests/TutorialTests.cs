using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Scenarios.Tests;

public sealed class TutorialTests
{
    [Fact]
    public void Each_blade_sees_each_LUN_as_one_formatted_disk_with_two_paths()
    {
        var tutorial = new Tutorial(Tutorial.Empty());
        tutorial.Build();

        DiskView[] shared = [.. tutorial.Lab.Views<DiskView>().Where(disk => disk.Number > 0)];

        Assert.Equal(4, shared.Length);
        Assert.All(shared, disk => Assert.Equal(2, disk.PathCount));
    }

    [Fact]
    public void It_shows_what_the_real_lab_showed()
    {
        var tutorial = new Tutorial(Tutorial.Empty());
        Key<VirtualMachine> web = tutorial.Build();
        tutorial.Cluster(web);
        int pingWeb = tutorial.Ping("web01");
        tutorial.Rest(5);
        Assert.InRange(tutorial.Migrate(web, "HVR2NODO1", pingWeb), 0, 2);
        Assert.InRange(tutorial.Migrate(web, "HVR2NODO2", pingWeb), 0, 2);
        tutorial.AddSecond();
        int pingDb = tutorial.Ping("db01");
        Assert.Equal("HVR2NODO2", Assert.Single(tutorial.Lab.Views<ClusterSharedVolumeView>()).OwnerNode);
        TimeSpan cut = tutorial.Lab.Now;
        tutorial.CutPower();

        PingTimelineView survivor = tutorial.Line(pingDb, cut);
        PingTimelineView failedOver = tutorial.Line(pingWeb, cut);
        Assert.Equal(0, survivor.Lost);
        Assert.Matches("^!*\\.+U+!+\\??$", failedOver.Symbols);
        Assert.Equal("HVR2NODO1", Assert.Single(tutorial.Lab.Views<ClusterSharedVolumeView>()).OwnerNode);
        Assert.All(tutorial.Lab.Views<VirtualMachineView>(), vm => Assert.Equal("HVR2NODO1", vm.ComputerName));
    }
}
