using System.Collections.Immutable;
using System.Globalization;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>The adapters of computers: adding, finding, and whether their links are up.</summary>
internal static class Adapters
{
    /// <summary>A computer's adapters by key.</summary>
    public static ImmutableArray<NetworkAdapter> Of(LabState lab, Key<PhysicalComputer> computer) =>
        lab.AdaptersByComputer.Of(computer);

    /// <summary>The adapter of that name, ignoring case; null where there is none.</summary>
    public static NetworkAdapter? Find(LabState lab, Key<PhysicalComputer> computer, string name) =>
        Of(lab, computer).FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The adapter that the driver calls so, ignoring case; null where there is none.</summary>
    public static NetworkAdapter? FindByDescription(LabState lab, Key<PhysicalComputer> computer, string description) =>
        Of(lab, computer).FirstOrDefault(
            one => string.Equals(one.InterfaceDescription, description, StringComparison.OrdinalIgnoreCase));

    /// <summary>Puts a physical adapter into a computer and plugs it in.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="computer">The computer.</param>
    /// <param name="linkSpeedBitsPerSecond">How fast its link is.</param>
    /// <param name="physicalSwitch">Where its cable leads; null for nowhere.</param>
    public static NetworkAdapter AddPhysical(
        LabState lab, Key<PhysicalComputer> computer, long linkSpeedBitsPerSecond, Key<PhysicalSwitch>? physicalSwitch)
    {
        NetworkAdapter adapter = Add(
            lab,
            computer,
            NetworkAdapterKind.Physical,
            FreeName(lab, computer),
            FreeDescription(lab, computer, NetworkSettings.PhysicalDescription),
            MacAddresses.ForPhysicalAdapter(lab),
            linkSpeedBitsPerSecond);
        adapter.PlugInto(physicalSwitch, lab.CardsBySwitch);
        return adapter;
    }

    /// <summary>Adds an adapter of any kind.</summary>
    public static NetworkAdapter Add(
        LabState lab,
        Key<PhysicalComputer> computer,
        NetworkAdapterKind kind,
        string name,
        string description,
        string macAddress,
        long linkSpeedBitsPerSecond)
    {
        NetworkAdapter made = lab.NetworkAdapters.Add(key => new NetworkAdapter(
            key,
            computer,
            kind,
            name,
            description,
            macAddress,
            linkSpeedBitsPerSecond,
            lab.Draws.Identifier("adapter-id", key.Number)));
        lab.MacIndex.Change(lab, null, macAddress);
        return made;
    }

    /// <summary>The next name that Windows gives a connection: numbered from the second on.</summary>
    public static string FreeName(
        LabState lab, Key<PhysicalComputer> computer, string name = NetworkSettings.ConnectionName) => FirstFree(
        name, " ", candidate => Find(lab, computer, candidate) is not null);

    /// <summary>The next name that the driver gives: numbered from the second on.</summary>
    public static string FreeDescription(LabState lab, Key<PhysicalComputer> computer, string description) => FirstFree(
        description, " #", name => FindByDescription(lab, computer, name) is not null);

    /// <summary>The members of a bond or team by key; the adapter itself where it is none.</summary>
    public static IEnumerable<NetworkAdapter> MembersOf(LabState lab, NetworkAdapter adapter) => adapter.HasMembers
        ? Of(lab, adapter.Computer).Where(one => one.Bond == adapter.Key)
        : [adapter];

    /// <summary>Whether a cable carries a signal at both ends: it is plugged in and the computer has power.</summary>
    public static bool IsLinkUp(LabState lab, NetworkAdapter adapter) => adapter.Kind switch
    {
        NetworkAdapterKind.Physical => lab.Computers.Find(adapter.Computer) is { } computer
            && IsLinkUp(adapter, computer),
        NetworkAdapterKind.ManagementOS => Endpoint.IsAlive(lab, adapter.Computer),
        _ => Carriers.FirstOf(lab, TeamNics.TeamOf(lab, adapter)) is not null,
    };

    /// <summary>The same of a physical card, by one who has its computer.</summary>
    public static bool IsLinkUp(NetworkAdapter card, PhysicalComputer computer) =>
        card is { IsConnected: true, LinkFaults: 0, PhysicalSwitch: not null } && computer.State != ComputerState.Off;

    private static string FirstFree(string name, string separator, Predicate<string> isTaken)
    {
        string candidate = name;
        for (int number = 2; isTaken(candidate); number++)
        {
            candidate = string.Create(CultureInfo.InvariantCulture, $"{name}{separator}{number}");
        }

        return candidate;
    }
}
