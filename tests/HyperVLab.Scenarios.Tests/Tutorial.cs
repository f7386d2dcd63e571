using HyperVLab.Engine;
using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Scenarios.Tests;

/// <summary>The whole tutorial by requests: what its script does in PowerShell.</summary>
internal sealed class Tutorial(Lab lab)
{
    private readonly LabBuilder _builder = new(lab);

    public static Lab Empty(long seed = 7) => new("BladeCenterS", seed, new MemoryDiskStore());

    public Lab Lab => lab;

    /// <summary>Steps 1 to 9.</summary>
    public Key<VirtualMachine> Build()
    {
        BladeCenterS.Build(_builder);
        return new Key<VirtualMachine>(1);
    }

    /// <summary>Step 10: highly available, online and booted.</summary>
    public void Cluster(Key<VirtualMachine> vm)
    {
        _builder.Do(new AddClusterVirtualMachineRole { VM = vm });
        _builder.Do(new StartClusterGroup { Group = GroupOf(vm) });
        _builder.Rest(TimeSpan.FromMinutes(2));
    }

    /// <summary>Step 11: a live migration with a ping beside it; how many were lost.</summary>
    public int Migrate(Key<VirtualMachine> vm, string node, int ping)
    {
        TimeSpan before = lab.Now;
        _builder.Do(new MoveClusterVirtualMachineRole
        {
            Group = GroupOf(vm), Node = NodeOf(node), MigrationType = VmMigrationType.Live,
        });
        _builder.Rest(TimeSpan.FromSeconds(15));
        return Line(ping, before).Lost;
    }

    /// <summary>Step 12: a second virtual machine.</summary>
    public Key<VirtualMachine> AddSecond()
    {
        Key<VirtualMachine> second = BladeCenterS.BuildVM(_builder, "db01", "HVR2NODO1", "192.168.10.42");
        Cluster(second);
        return second;
    }

    /// <summary>Step 13: the chassis cuts the second blade's power.</summary>
    public void CutPower()
    {
        _builder.Do(new StopHost { Computer = _builder.Computer("HVR2NODO2"), TurnOff = true });
        _builder.Rest(TimeSpan.FromMinutes(4));
    }

    public int Ping(string target)
    {
        _builder.Begin(new TestConnection { TargetName = target, Repeat = true });
        return lab.Views<PingView>()[^1].Key;
    }

    public PingTimelineView Line(int ping, TimeSpan? from = null) => lab.Ask(new PingTimelineQuery(ping, from))!;

    public void Rest(int seconds) => _builder.Rest(TimeSpan.FromSeconds(seconds));

    private Key<ClusterGroup> GroupOf(Key<VirtualMachine> vm) => new(lab.Views<ClusterGroupView>()
        .Single(group => group.Name == lab.View<Engine.Compute.Views.VirtualMachineView>(vm.Number)!.Name).Key);

    private Key<ClusterNode> NodeOf(string name) => new(lab.Views<ClusterNodeView>(name)[0].Key);
}
