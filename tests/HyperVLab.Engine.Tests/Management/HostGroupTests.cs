using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Management;

public sealed class HostGroupTests
{
    [Fact]
    public void Groups_form_a_tree_and_keep_what_is_in_them_when_they_move()
    {
        using TestLab lab = ManagementLab.Create(hosts: 1);
        Key<HostGroup> house = lab.AddGroup("House");
        Key<HostGroup> rack = lab.AddGroup("Rack 1", house);
        lab.Manage("NODE1", rack);
        Assert.Equal((@"All Hosts\House\Rack 1", "NODE1"), (lab.Group(rack).Path, lab.Group(rack).Hosts.Single()));

        lab.Do(new MoveVMHostGroup
        {
            VMHostGroup = rack,
            ParentHostGroup = lab.Read(state => HostGroups.RootOf(state, state.VmmServers.First().Key).Key),
        });
        lab.Do(new SetVMHostGroup { VMHostGroup = rack, Name = "Rack A", Description = "by the door" });
        Assert.Equal((@"All Hosts\Rack A", "by the door"), (lab.Group(rack).Path, lab.Group(rack).Description));
        Assert.Equal(@"All Hosts\Rack A", lab.View<ManagedComputerView>("NODE1").HostGroupPath);
    }

    [Fact]
    public void A_group_does_not_come_to_stand_in_itself()
    {
        using TestLab lab = ManagementLab.Create(hosts: 0);
        Key<HostGroup> outer = lab.AddGroup("Outer");
        Key<HostGroup> inner = lab.AddGroup("Inner", outer);
        Assert.Equal(
            "HostGroupInItself",
            lab.Refused(new MoveVMHostGroup { VMHostGroup = outer, ParentHostGroup = inner }).Error.Key);
        Assert.Equal(
            "HostGroupInItself",
            lab.Refused(new MoveVMHostGroup { VMHostGroup = outer, ParentHostGroup = outer }).Error.Key);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(@"a\b")]
    [InlineData("rack 1")]
    public void Siblings_have_names_of_their_own_without_a_backslash(string name)
    {
        using TestLab lab = ManagementLab.Create(hosts: 0);
        Key<HostGroup> first = lab.AddGroup("Rack 1");
        Key<HostGroup> second = lab.AddGroup("Rack 2");
        string refusal = lab.Refused(new NewVMHostGroup { Name = name }).Error.Key;
        Assert.Equal(name == "rack 1" ? "HostGroupExists" : "HostGroupName", refusal);
        Assert.Equal(refusal, lab.Refused(new SetVMHostGroup { VMHostGroup = second, Name = name }).Error.Key);
        lab.Do(new NewVMHostGroup { Name = "Rack 1", ParentHostGroup = first });
        lab.Do(new SetVMHostGroup { VMHostGroup = first, Name = "RACK 1" });
    }

    [Fact]
    public void Only_an_empty_group_goes_and_never_that_of_all_hosts()
    {
        using TestLab lab = ManagementLab.Create(hosts: 1);
        Key<HostGroup> outer = lab.AddGroup("Outer");
        Key<HostGroup> inner = lab.AddGroup("Inner", outer);
        lab.Manage("NODE1", inner);
        Assert.Contains("Inner", lab.Refused(new RemoveVMHostGroup { VMHostGroup = outer }).Message, default);
        Assert.Contains("NODE1", lab.Refused(new RemoveVMHostGroup { VMHostGroup = inner }).Message, default);
        lab.Do(new MoveVMHost { Computer = lab.Computer("NODE1"), ParentHostGroup = outer });
        lab.Do(new RemoveVMHostGroup { VMHostGroup = inner });

        Key<HostGroup> root = lab.Read(state => HostGroups.RootOf(state, state.VmmServers.First().Key).Key);
        Assert.Equal("HostGroupIsRoot", lab.Refused(new RemoveVMHostGroup { VMHostGroup = root }).Error.Key);
        Assert.Equal("HostGroupIsRoot", lab.Refused(new SetVMHostGroup { VMHostGroup = root, Name = "X" }).Error.Key);
        Assert.Equal(
            "HostGroupIsRoot",
            lab.Refused(new MoveVMHostGroup { VMHostGroup = root, ParentHostGroup = outer }).Error.Key);
    }

    [Fact]
    public void Everything_is_in_an_export()
    {
        using TestLab lab = ManagementLab.Create(hosts: 1);
        lab.Manage("NODE1", lab.AddGroup("Rack 1"));
        lab.Begin(new ReadVMHost { Computer = lab.Computer("NODE1") });
        var text = new StringWriter();
        lab.Lab.WriteTo(text);
        using Lab copy = Lab.ReadFrom(new StringReader(text.ToString()), new MemoryDiskStore());
        lab.Advance(100);
        copy.AdvanceTo(lab.Lab.Now);
        Assert.Equal(lab.Lab.StateHash, copy.StateHash);
        Assert.Equal(lab.Lab.Views<ManagedComputerView>(), copy.Views<ManagedComputerView>());
    }
}
