using System.Globalization;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>What holds for names, adapters and addresses that somebody gives.</summary>
internal static class NetworkRules
{
    private const int MaxNameLength = 256;

    /// <summary>Refuses what nothing of the network can be called.</summary>
    /// <exception cref="HyperVLab.Engine.Requests.LabException">It cannot be the name.</exception>
    public static void DemandName(string name)
    {
        if (name.Length is 0 or > MaxNameLength
            || string.IsNullOrWhiteSpace(name)
            || name.Any(letter => letter is '*' or '?' or '[' or ']' || char.IsControl(letter)))
        {
            throw NetworkErrors.NameNotUsable.For(name, name);
        }
    }

    /// <summary>The adapter of that name.</summary>
    /// <exception cref="HyperVLab.Engine.Requests.LabException">The computer has none of that name.</exception>
    public static NetworkAdapter DemandAdapter(LabState lab, PhysicalComputer computer, string name) =>
        Adapters.Find(lab, computer.Key, name)
            ?? throw NetworkErrors.NoSuchAdapter.For(name, computer.Name, name);

    /// <summary>The adapters of some connections' names, and of what drivers call them.</summary>
    /// <exception cref="LabException">The computer has none of one of them.</exception>
    public static List<NetworkAdapter> DemandAdapters(
        LabState lab,
        PhysicalComputer computer,
        IReadOnlyList<string>? names,
        IReadOnlyList<string>? descriptions)
    {
        List<NetworkAdapter> named = [.. (names ?? []).Select(name => DemandAdapter(lab, computer, name))];
        named.AddRange((descriptions ?? []).Select(description =>
            Adapters.FindByDescription(lab, computer.Key, description)
                ?? throw NetworkErrors.NoSuchAdapter.For(description, computer.Name, description)));
        return named;
    }

    /// <summary>Refuses an adapter that a bond or a virtual switch has taken.</summary>
    /// <exception cref="HyperVLab.Engine.Requests.LabException">It is taken; the message says by what.</exception>
    public static void DemandUntaken(LabState lab, NetworkAdapter adapter)
    {
        string computer = lab.NameOf(adapter.Computer);
        if (lab.NetworkAdapters.Find(adapter.Bond) is { } bond)
        {
            LabError error = bond.Kind switch
            {
                NetworkAdapterKind.Team => NetworkErrors.AdapterInTeam,
                NetworkAdapterKind.EmbeddedTeam => NetworkErrors.AdapterInSwitch,
                _ => NetworkErrors.AdapterInBond,
            };
            throw error.For(adapter.Name, adapter.Name, computer, bond.Team?.Name ?? bond.Name);
        }

        if (!adapter.IsBound)
        {
            throw NetworkErrors.AdapterInSwitch.For(
                adapter.Name, adapter.Name, computer, lab.NameOf(adapter.VirtualSwitch!.Value));
        }
    }

    /// <summary>Refuses what no computer can have as its address.</summary>
    /// <exception cref="HyperVLab.Engine.Requests.LabException">It is none, or the prefix is none.</exception>
    public static void DemandAddress(string address, int prefixLength)
    {
        if (prefixLength is < 1 or > 32)
        {
            throw NetworkErrors.PrefixNotPossible.For(address, Text(prefixLength));
        }

        if (!IPv4.IsHost(address) || IPv4.IsSubnetOrBroadcast(address, prefixLength))
        {
            throw NetworkErrors.AddressNotUsable.For(address, address);
        }
    }

    /// <summary>Refuses a gateway that is not in the subnet of an address; null is left alone.</summary>
    /// <exception cref="HyperVLab.Engine.Requests.LabException">It is no address, or elsewhere.</exception>
    public static void DemandGateway(string? gateway, string address, int prefixLength)
    {
        if (gateway is null)
        {
            return;
        }

        DemandAddress(gateway, prefixLength);
        if (!IPv4.InOneSubnet(gateway, address, prefixLength))
        {
            throw NetworkErrors.GatewayElsewhere.For(gateway, gateway, address, Text(prefixLength));
        }
    }

    /// <summary>Refuses a name server that is no address; null is left alone.</summary>
    /// <exception cref="HyperVLab.Engine.Requests.LabException">It is none.</exception>
    public static void DemandServer(string? server)
    {
        if (server is not null && !IPv4.IsHost(server))
        {
            throw NetworkErrors.AddressNotUsable.For(server, server);
        }
    }

    /// <summary>Refuses a physical switch that is gone or has too few free ports.</summary>
    /// <exception cref="HyperVLab.Engine.Requests.LabException">So many cannot be plugged into it.</exception>
    public static void DemandFreePort(LabState lab, Key<PhysicalSwitch> physicalSwitch, int count = 1)
    {
        PhysicalSwitch known = lab.PhysicalSwitches.Find(physicalSwitch)
            ?? throw NetworkErrors.NoSuchSwitch.For(physicalSwitch.ToString());
        if (Ports.FreeOf(lab, known) < count)
        {
            throw NetworkErrors.SwitchFull.For(known.Name, known.Name);
        }
    }

    /// <summary>A number as error texts show it.</summary>
    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
