using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Hosts;

/// <summary>Labs with hosts in them.</summary>
internal static class HostLab
{
    public const long Gigabyte = 1L << 30;

    /// <summary>Adds a bare computer.</summary>
    public static Key<PhysicalComputer> AddHost(this TestLab lab, string name) =>
        new(lab.Make<PhysicalComputerView>(new AddHost { Name = name }).Key);

    /// <summary>Adds a computer on which an edition runs.</summary>
    public static Key<PhysicalComputer> AddInstalled(
        this TestLab lab, string name, string edition = "HyperVServer2008R2")
    {
        Key<PhysicalComputer> host = lab.AddHost(name);
        lab.Do(new InstallOperatingSystem { Computer = host, Edition = edition });
        return host;
    }

    /// <summary>
    /// Adds the domain lab.local with its controller DC1 and the workstation ADMIN1, and its administrator as caller:
    /// on the network that is there, or with one.
    /// </summary>
    public static void AddDomain(this TestLab lab)
    {
        if (lab.Read(state => state.PhysicalSwitches.Count) == 0)
        {
            lab.Do(new NewLab());
        }
        else
        {
            lab.Arrange(AddDomain);
        }

        lab.Caller = new LabCaller(lab.Read(state => state.Accounts.First().Key), lab.Computer("ADMIN1"));
    }

    private static void AddDomain(LabState state)
    {
        PhysicalComputer controller = HostFactory.AddComputer(state, "DC1", ComputerRole.DomainController, Server);
        HostFactory.InstallAtOnce(state, controller, "WindowsServer2008R2Standard");
        DirectoryDomain domain = HostFactory.AddDomain(state, "lab.local", "LAB", controller);
        HostFactory.AddAdministrator(state, domain);
        PhysicalComputer workstation = HostFactory.AddComputer(state, "ADMIN1", ComputerRole.Workstation, Server);
        HostFactory.InstallAtOnce(state, workstation, "Windows7Enterprise");
        HostFactory.JoinAtOnce(state, workstation, domain);
    }

    /// <summary>Joins a computer and restarts it.</summary>
    public static void Join(this TestLab lab, Key<PhysicalComputer> host) =>
        lab.Do(new JoinDomain { Computer = host, DomainName = "lab.local", Restart = true });

    /// <summary>Pulls all cables of a computer, or plugs them in again where they were.</summary>
    public static void SetCables(this TestLab lab, Key<PhysicalComputer> host, bool connected)
    {
        foreach (string adapter in lab.Read(state => Adapters.Of(state, host).Select(one => one.Name).ToArray()))
        {
            lab.Do(connected
                ? new ConnectNetAdapter { Computer = host, Name = adapter }
                : new DisconnectNetAdapter { Computer = host, Name = adapter });
        }
    }

    public static PhysicalComputerView Host(this TestLab lab, Key<PhysicalComputer> host) =>
        lab.Lab.View<PhysicalComputerView>(host.Number)!;

    public static HostHardware Server => new()
    {
        ProcessorSocketCount = 1,
        CoresPerSocket = 4,
        ProcessorVendor = "GenuineIntel",
        MemoryBytes = 4 * Gigabyte,
        NetworkAdapterCount = 1,
        LocalDiskSizeBytes = 68 * Gigabyte,
    };
}
