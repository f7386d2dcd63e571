using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Hosts;

public sealed class HardwareTests
{
    [Fact]
    public void Blades_take_the_free_bays_in_order()
    {
        using var lab = new TestLab();
        Key<Chassis> chassis = AddChassis(lab, bays: 3);
        lab.Do(new AddHost { Name = "B2", Chassis = chassis, Bay = 2 });

        PhysicalComputerView first = lab.Make<PhysicalComputerView>(new AddHost { Name = "B1", Chassis = chassis });
        PhysicalComputerView last = lab.Make<PhysicalComputerView>(new AddHost { Name = "B3", Chassis = chassis });

        Assert.Equal((1, 3), (first.Bay, last.Bay));
        Assert.Equal(2, first.Hardware.StoragePathCount);
        Assert.Equal(["B1", "B2", "B3"], lab.View<ChassisView>("BCS").Blades);
        Assert.Equal("ChassisFull", lab.Refused(new AddHost { Name = "B4", Chassis = chassis }).Error.Key);
    }

    [Fact]
    public void A_bay_takes_one_blade_and_belongs_to_a_chassis()
    {
        using var lab = new TestLab();
        Key<Chassis> chassis = AddChassis(lab, bays: 6);
        lab.Do(new AddHost { Name = "B1", Chassis = chassis, Bay = 1 });

        Assert.Equal("BayTaken", lab.Refused(new AddHost { Name = "B9", Chassis = chassis, Bay = 1 }).Error.Key);
        Assert.Equal("BayNotPossible", lab.Refused(new AddHost { Name = "B9", Chassis = chassis, Bay = 7 }).Error.Key);
        Assert.Equal("BayNotPossible", lab.Refused(new AddHost { Name = "B9", Chassis = chassis, Bay = 0 }).Error.Key);
        Assert.Equal("BayWithoutChassis", lab.Refused(new AddHost { Name = "B9", Bay = 1 }).Error.Key);
    }

    [Fact]
    public void A_computer_on_its_own_has_no_path_to_a_chassis()
    {
        using var lab = new TestLab();

        PhysicalComputerView host = lab.Make<PhysicalComputerView>(new AddHost { Name = "HOST1" });

        Assert.Equal((0, null, null), (host.Hardware.StoragePathCount, host.Chassis, host.Bay));
        Assert.Equal(ComputerState.Off, host.State);
    }

    [Fact]
    public void Impossible_hardware_is_refused_by_its_figure()
    {
        using var lab = new TestLab();
        var host = new AddHost { Name = "HOST1" };

        foreach (AddHost wrong in new[]
        {
            host with { ProcessorSocketCount = 0 }, host with { CoresPerSocket = -1 }, host with { MemoryBytes = 0 },
            host with { MemoryBytes = -1 }, host with { NetworkAdapterCount = 0 }, host with { LocalDiskSizeBytes = 0 },
            host with { LocalDiskCount = 3 }, host with { LinkSpeedBitsPerSecond = 0 },
            host with { StoragePathCount = -1 },
        })
        {
            Assert.Equal("HardwareNotPossible", lab.Refused(wrong).Error.Key);
        }

        Assert.Contains(
            "MemoryBytes = 0", lab.Refused(host with { MemoryBytes = 0 }).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("bl*de")]
    [InlineData("a\\b")]
    [InlineData("a/b")]
    public void A_chassis_needs_a_usable_name(string name)
    {
        using var lab = new TestLab();

        Assert.Equal("ChassisNameNotUsable", lab.Refused(new AddChassis { Name = name }).Error.Key);
    }

    [Fact]
    public void A_chassis_name_is_unique_whatever_its_case_and_its_bays_are_counted()
    {
        using var lab = new TestLab();
        AddChassis(lab, bays: 6);

        Assert.Equal("ChassisNameTaken", lab.Refused(new AddChassis { Name = "bcs" }).Error.Key);
        Assert.Equal("HardwareNotPossible", lab.Refused(new AddChassis { Name = "C2", BayCount = 0 }).Error.Key);
    }

    [Fact]
    public void A_plain_account_may_change_nothing()
    {
        using var lab = new TestLab();
        lab.AddDomain();
        LabCaller? plain = null;
        lab.Arrange(state => plain = new LabCaller(
            HostFactory.AddAccount(state, state.Domains.First(), "user", isLabAdministrator: false, false).Key, null));

        Assert.Equal("AccessDenied", lab.Refused(new AddHost { Name = "HOST1" }, plain).Id);
    }

    [Fact]
    public void A_lab_that_was_exported_in_the_middle_of_a_restart_goes_on_the_same()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1");
        lab.Do(new RenameHost { Computer = host, NewName = "NODE1" });
        lab.Do(new InstallPackage { Name = "SDDDSM", Computer = host });
        JobView job = lab.Begin(new RestartHost { Computer = host });
        lab.Advance(10);

        using var text = new StringWriter();
        lab.Lab.WriteTo(text);
        using Lab copy = Lab.ReadFrom(new StringReader(text.ToString()), new MemoryDiskStore());
        lab.Lab.WaitFor(job.Key);
        copy.WaitFor(job.Key);

        Assert.Equal(lab.Lab.JournalHash, copy.JournalHash);
        Assert.Equal(lab.Lab.StateHash, copy.StateHash);
        Assert.Equal("NODE1", copy.View<PhysicalComputerView>(host.Number)!.Name);
    }

    private static Key<Chassis> AddChassis(TestLab lab, int bays) =>
        new(lab.Make<ChassisView>(new AddChassis { Name = "BCS", BayCount = bays }).Key);
}
