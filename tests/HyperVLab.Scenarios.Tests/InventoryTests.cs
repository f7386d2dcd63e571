using HyperVLab.Engine;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Scenarios.Tests;

public sealed class InventoryTests
{
    [Theory]
    [InlineData(1, 3, 0)]
    [InlineData(5, 20, 2)]
    [InlineData(16, 100, 16)]
    public void It_has_so_many_hosts_clusters_and_virtual_machines(int hosts, int vms, int clusterSize)
    {
        var size = new InventorySize(hosts, vms, clusterSize);
        using Lab lab = Build(size);

        Assert.Equal(hosts, lab.Views<PhysicalComputerView>().Count(one => one.Role == ComputerRole.HyperVHost));
        Assert.Equal(size.ClusterCount, lab.Views<ClusterView>().Count);
        Assert.Equal(vms, lab.Views<VirtualMachineView>().Count);
        Assert.All(lab.Views<VirtualMachineView>(), vm => Assert.Equal(clusterSize > 0, vm.IsClustered));
        Assert.Equal(Build(size).JournalHash, lab.JournalHash);
    }

    [Theory]
    [InlineData(0, 1, 0, "HostCount")]
    [InlineData(1, -1, 0, "VMCount")]
    [InlineData(2, 1, 3, "ClusterSize")]
    [InlineData(40, 1, 17, "ClusterSize")]
    public void Sizes_that_no_lab_can_have_are_refused_before_anything_is_made(
        int hosts, int vms, int cluster, string says)
    {
        using var lab = new Lab("inventory", 7, new MemoryDiskStore());

        LabException refusal = Assert.Throws<LabException>(
            () => Inventory.Build(new LabBuilder(lab), new NewLab(), new InventorySize(hosts, vms, cluster)));

        Assert.Equal(says, refusal.Target);
        Assert.Empty(lab.Journal);
    }

    private static Lab Build(InventorySize size)
    {
        var lab = new Lab("inventory", 7, new MemoryDiskStore());
        Inventory.Build(new LabBuilder(lab), new NewLab { Subnet = "10.0.0.0", PrefixLength = 16 }, size);
        return lab;
    }
}
