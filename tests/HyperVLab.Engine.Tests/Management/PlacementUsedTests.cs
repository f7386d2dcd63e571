using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Proof;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Management;

/// <summary>Machines that are made where placement says: of the template Web, on hosts of 16 GB.</summary>
public sealed class PlacementUsedTests : IDisposable
{
    private readonly TestLab _lab = TemplateLab.Create(hosts: 3);

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void Without_a_host_a_machine_goes_to_the_best_and_its_job_says_why()
    {
        Fill("NODE1", 10_240);
        Fill("NODE2", 4096);
        JobView job = _lab.Run(Wish("web01"));
        Assert.Equal("NODE3", _lab.View<VirtualMachineView>("web01").ComputerName);
        Assert.Equal(
            "Place 'web01' on NODE3 (5 stars): the best of 3 hosts that can take it. With 'web01' NODE3 would use 3 % "
            + "of memory, 3 % of processors, 0 % of disk I/O and 0 % of the network that its reserves leave: the less "
            + "the better.",
            Assert.Single(job.Steps, step => step.Name.StartsWith("Place", StringComparison.Ordinal)).Name);
    }

    [Fact]
    public void Several_at_once_count_for_each_other_before_they_are_there()
    {
        foreach (string name in (string[])["web01", "web02", "web03"])
        {
            _lab.Begin(Wish(name) with { MemoryMB = 8192 });
        }

        _lab.Advance(7200);
        Assert.Equal(
            ["NODE1", "NODE2", "NODE3"],
            _lab.Lab.Views<VirtualMachineView>().Where(vm => vm.Name.StartsWith("web", StringComparison.Ordinal))
                .Select(vm => vm.ComputerName).Order(StringComparer.Ordinal));
        Assert.Empty(_lab.Read(Invariants.Check));
    }

    [Fact]
    public void A_group_bounds_where_a_host_is_looked_for()
    {
        Key<HostGroup> rack = _lab.AddGroup("Rack 1");
        Assert.Equal("PlacementNoHosts", _lab.Refused(Wish("web01") with { VMHostGroup = rack }).Error.Key);
        _lab.Do(new MoveVMHost { Computer = _lab.Computer("NODE1"), ParentHostGroup = rack });
        Fill("NODE1", 10_240);
        JobView job = _lab.Run(Wish("web01") with { VMHostGroup = rack });
        Assert.Equal("NODE1", _lab.View<VirtualMachineView>("web01").ComputerName);
        Assert.Contains(job.Steps, step => step.Name.Contains(": the only host. With", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_no_host_can_take_it_the_error_says_why_for_each()
    {
        _lab.Do(new SetManagedVMHost { Computer = _lab.Computer("NODE2"), AvailableForPlacement = false });
        LabException refusal = _lab.Refused(Wish("web01") with { MemoryMB = 30_000 });
        Assert.Equal("PlacementNoHost", refusal.Error.Key);
        Assert.Contains("NODE1 has 15", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("NODE2 is not available for placement.", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("NODE3 has 15", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("PlacementNoHost", _lab.Refused(Wish("web01") with { SwitchName = "None" }).Error.Key);
        Assert.Equal("PlacementNoHost", _lab.Refused(Wish("web01") with { Path = @"Q:\VMs" }).Error.Key);
        Assert.Equal("PathRelative", _lab.Refused(Wish("web01") with { Path = "VMs" }).Error.Key);
    }

    [Fact]
    public void A_configuration_is_placed_and_a_machine_made_of_it()
    {
        Fill("NODE1", 4096);
        Fill("NODE3", 4096);
        Key<VMConfiguration> key = Configuration("web07");
        _lab.Do(new UpdateVMConfiguration { VMConfiguration = key, ValidateOnly = true });
        Assert.Null(Of(key).VMHost);
        _lab.Do(new UpdateVMConfiguration { VMConfiguration = key });
        Assert.Equal(("NODE2", 5.0, false), (Of(key).VMHost, Of(key).Rating, Of(key).PinVMHost));
        Assert.StartsWith("Place 'web07' on NODE2", Of(key).Explanation, StringComparison.Ordinal);

        _lab.Do(new SetVMConfiguration { VMConfiguration = key, ComputerName = "SHOP", Description = "The shop" });
        _lab.Do(new NewVirtualMachine { Name = "web07", VMConfiguration = key });
        VirtualMachineView vm = _lab.View<VirtualMachineView>("web07");
        Assert.Equal(("NODE2", "The shop"), (vm.ComputerName, vm.Notes));
        Assert.Empty(_lab.Lab.Views<VMConfigurationView>());
        Assert.Empty(_lab.Read(Invariants.Check));
    }

    [Fact]
    public void A_pinned_host_stays_and_its_rating_says_what_speaks_against_it()
    {
        Fill("NODE1", 15_000);
        Key<VMConfiguration> key = Configuration("web07");
        _lab.Do(new SetVMConfiguration { VMConfiguration = key, VMHost = _lab.Computer("NODE1") });
        _lab.Do(new UpdateVMConfiguration { VMConfiguration = key });
        Assert.Equal(("NODE1", 0.0), (Of(key).VMHost, Of(key).Rating));
        Assert.Contains("needs 512 MB of memory", Of(key).Explanation, StringComparison.Ordinal);
        _lab.Do(new SetVMConfiguration { VMConfiguration = key, PinVMHost = false });
        _lab.Do(new UpdateVMConfiguration { VMConfiguration = key });
        Assert.NotEqual("NODE1", Of(key).VMHost);
    }

    [Fact]
    public void Configurations_refuse_what_is_not_possible()
    {
        Key<VMConfiguration> key = Configuration("web07");
        Assert.Equal("ProfileNameExists", Refused(new NewVMConfiguration { VMTemplate = Web, Name = "WEB07" }));
        Assert.Equal("VMNameNotUsable", Refused(new NewVMConfiguration { VMTemplate = Web, Name = "a\\b" }));
        SetVMConfiguration change = new() { VMConfiguration = key };
        Assert.Equal("VMConfigurationPinned", Refused(change with { PinVMHost = true }));
        Assert.Equal("PathRelative", Refused(change with { VMLocation = "VMs" }));
        Assert.Equal("VmmHostNotManaged", Refused(change with { VMHost = _lab.Computer("VMM1") }));
        Assert.Equal(
            "VMConfigurationSource",
            Refused(new NewVirtualMachine { Name = "x", VMConfiguration = key, VMTemplate = Web }));
    }

    [Fact]
    public void What_a_configuration_goes_by_can_go()
    {
        Key<HostGroup> rack = _lab.AddGroup("Rack 1");
        Key<VMConfiguration> key = Configuration("web07", rack);
        _lab.Do(new SetVMConfiguration { VMConfiguration = key, VMHost = _lab.Computer("NODE3") });
        _lab.Do(new RemoveVMHostGroup { VMHostGroup = rack });
        _lab.Do(new RemoveVMHost { Computer = _lab.Computer("NODE3") });
        Assert.Equal((null, null, false), (Of(key).VMHostGroup, Of(key).VMHost, Of(key).PinVMHost));
        Assert.Empty(_lab.Read(Invariants.Check));
        _lab.Do(new RemoveVMTemplate { VMTemplate = Web });
        Assert.Empty(_lab.Lab.Views<VMConfigurationView>());
    }

    private Key<VMTemplate> Web => _lab.Template();

    private NewVirtualMachine Wish(string name) => new() { Name = name, VMTemplate = Web };

    private Key<VMConfiguration> Configuration(string name, Key<HostGroup>? group = null) =>
        new(_lab.Make<VMConfigurationView>(
            new NewVMConfiguration { VMTemplate = Web, Name = name, VMHostGroup = group }).Key);

    private VMConfigurationView Of(Key<VMConfiguration> key) => _lab.Lab.View<VMConfigurationView>(key.Number)!;

    private string Refused(LabRequest request) => _lab.Refused(request).Error.Key;

    private void Fill(string host, int megabytes) => _lab.Do(new NewVM
    {
        Computer = _lab.Computer(host),
        Name = $"full-{host}",
        MemoryStartupBytes = (long)megabytes << 20,
    });
}
