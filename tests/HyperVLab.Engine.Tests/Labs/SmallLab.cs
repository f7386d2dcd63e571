using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Labs;

/// <summary>
/// A lab of two blades, one of which is being installed: small, but with tables, events and inputs of most kinds.
/// </summary>
internal static class SmallLab
{
    public static LabCaller Caller { get; } = new(new Key<Account>(1), new Key<PhysicalComputer>(2));

    /// <summary>Makes the lab, and lets a caller see it between any two inputs.</summary>
    public static Lab Make(long seed = 7, Action<Lab>? between = null)
    {
        var lab = new Lab("small", seed, new MemoryDiskStore());
        Send(lab, new NewLab(), LabCaller.Lab, between);
        Send(lab, new AddChassis { Name = "BladeCenter" }, Caller, between);
        foreach (string name in new[] { "blade1", "blade2" })
        {
            Send(lab, new AddHost { Name = name, Chassis = new Key<Chassis>(1) }, Caller, between);
        }

        Assert.Throws<LabException>(() => Send(lab, new AddHost { Name = "BLADE1" }, Caller, between));
        Send(lab, Install(3), Caller, between);
        lab.AdvanceTo(lab.Now + TimeSpan.FromMinutes(5));
        between?.Invoke(lab);
        Send(lab, Install(4), Caller, between);
        return lab;
    }

    /// <summary>Lets everything happen that waits.</summary>
    public static void Finish(Lab lab)
    {
        while (lab.TakeEvent())
        {
        }
    }

    private static InstallOperatingSystem Install(int computer) => new()
    {
        Computer = new Key<PhysicalComputer>(computer),
        Edition = "Hyper-V Server 2008 R2",
    };

    private static void Send(Lab lab, LabRequest request, LabCaller caller, Action<Lab>? between)
    {
        lab.Send(request, caller);
        between?.Invoke(lab);
    }
}
