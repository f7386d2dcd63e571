using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Hosts;

public sealed class IntegrityTests
{
    [Fact]
    public void What_requests_make_holds_at_every_moment()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1", "WindowsServer2008R2Enterprise");
        lab.Begin(new InstallPackage { Name = "SDDDSM", Computer = host });
        lab.Begin(new InstallWindowsFeature { Name = "Hyper-V", Computer = host });
        do
        {
            Check(lab);
        }
        while (lab.Lab.TakeEvent());

        lab.Begin(new RestartHost { Computer = host });
        Check(lab);
        lab.Do(new StopHost { Computer = host, TurnOff = true });
        Check(lab);
    }

    [Fact]
    public void A_phase_without_an_operation_is_refused() => Refused(
        "operation", (_, computer) => computer.Enter(ComputerState.Stopping, null));

    [Fact]
    public void An_operation_without_a_phase_is_refused() => Refused(
        "operation",
        (_, computer) => computer.Enter(ComputerState.Off, new ComputerOperation(ComputerAction.Start, null, 1)));

    [Fact]
    public void An_unknown_edition_is_refused() =>
        Refused("edition", (_, computer) => computer.Install("NT4"));

    [Fact]
    public void Negative_memory_is_refused() => Refused("memory", (_, computer) => computer.ReserveMemory(-1));

    [Fact]
    public void Two_computers_of_one_name_are_refused() => Refused("name", (state, _) =>
        HostFactory.AddComputer(state, "host1", ComputerRole.HyperVHost, HostLab.Server));

    [Fact]
    public void A_bay_that_is_not_there_is_refused() => Refused("bay", (state, computer) =>
        computer.PutInto(state.Chassis.Add(key => new Chassis(key, "BCS", "BladeCenter S", 6)).Key, 7));

    [Fact]
    public void A_feature_that_its_computer_does_not_show_is_refused() => Refused("does not show", (state, _) =>
        state.Features.First().Become(FeatureState.Installed));

    [Fact]
    public void An_unknown_feature_is_refused() => Refused("not known", (state, computer) =>
        state.Features.Add(key => new HostFeature(key, computer.Key, "Hyper-W", FeatureState.Available)));

    private static void Refused(string says, Action<LabState, PhysicalComputer> damage)
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1");
        lab.Arrange(state => damage(state, state.Computers[host]));

        InvalidDataException refusal = Assert.Throws<InvalidDataException>(() => Check(lab));

        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    private static void Check(TestLab lab) => lab.Read(state =>
    {
        HostIntegrity.Check(state);
        return true;
    });
}
