using HyperVLab.Engine;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Scenarios.Tests;

public sealed class TutorialTests
{
    [Fact]
    public void After_multipath_each_blade_sees_each_LUN_as_one_formatted_disk_with_two_paths()
    {
        using Lab lab = Build();

        DiskView[] shared = [.. lab.Views<DiskView>().Where(disk => disk.Number > 0)];

        Assert.Equal(4, shared.Length);
        Assert.Equal(["Quorum", "CSV1"], lab.Views<VolumeView>().TakeLast(2).Select(volume => volume.FileSystemLabel));
        Assert.All(shared, disk => Assert.Equal(2, disk.PathCount));
        Assert.All(shared, disk => Assert.False(disk.IsOffline));
    }

    private static Lab Build()
    {
        var builder = new LabBuilder(new Lab("BladeCenterS", 7, new MemoryDiskStore()));
        builder.Do(new NewLab());
        builder.SignIn();
        BladeCenterS.BuildHosts(builder);
        BladeCenterS.ConnectHosts(builder);
        BladeCenterS.FormatDisks(builder);
        return builder.Lab;
    }
}
