using System.Collections.Immutable;
using System.Globalization;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>Gives MAC addresses: twelve hexadecimal digits, each once in the lab where its range allows.</summary>
internal static class MacAddresses
{
    /// <summary>The address of a physical adapter that is about to be added.</summary>
    public static string ForPhysicalAdapter(LabState lab)
    {
        int key = lab.NetworkAdapters.NextNumber;
        for (int attempt = 0; ; attempt++)
        {
            long number = lab.Draws.Between(0, 1 << 24, "adapter-mac", key, attempt);
            string address = string.Create(
                CultureInfo.InvariantCulture, $"{NetworkSettings.PhysicalMacPrefix}{number:X6}");
            if (!lab.MacIndex.IsTaken(lab, address))
            {
                return address;
            }
        }
    }

    /// <summary>
    /// From which addresses a host gives dynamic ones: what was set, or Microsoft's three octets, the last two of the
    /// host's own address and 256 values; where it has none, those of its card's MAC address (ours).
    /// </summary>
    public static MacAddressRange RangeOf(LabState lab, Key<PhysicalComputer> computer)
    {
        if (lab.Computers.Find(computer)?.MacAddressRange is { } set)
        {
            return set;
        }

        ImmutableArray<NetworkAdapter> own = Adapters.Of(lab, computer);
        string? address = own.FirstOrDefault(static adapter => adapter.IPAddress is not null)?.IPAddress;
        ulong last = IPv4.TryParse(address, out uint found) ? found
            : own.Length > 0 ? ToNumber(own[0].MacAddress) : 0;
        string start = string.Create(
            CultureInfo.InvariantCulture, $"{NetworkSettings.DynamicMacPrefix}{last & 0xFFFF:X4}");
        return new MacAddressRange { Minimum = start + "00", Maximum = start + "FF" };
    }

    /// <summary>The next free address of a host's dynamic ones; null where none is left.</summary>
    public static string? NextDynamic(LabState lab, Key<PhysicalComputer> computer) =>
        FreeDynamic(lab, computer).FirstOrDefault();

    /// <summary>The free addresses of a host's range, from the lowest on.</summary>
    public static IEnumerable<string> FreeDynamic(LabState lab, Key<PhysicalComputer> computer)
    {
        MacAddressRange range = RangeOf(lab, computer);
        Predicate<string> isTaken = GivenMacs.SeenBy(lab, computer);
        ulong last = ToNumber(range.Maximum);
        for (ulong number = ToNumber(range.Minimum); number <= last; number++)
        {
            string address = ToText(number);
            if (!lab.Guards.KeepsMacsUnique || !isTaken(address))
            {
                yield return address;
            }
        }
    }

    /// <summary>An address in its stored form as a number.</summary>
    public static ulong ToNumber(string macAddress)
    {
        ulong number = 0;
        foreach (char digit in macAddress)
        {
            number = (number << 4) | (uint)(digit <= '9' ? digit - '0' : digit - 'A' + 10);
        }

        return number;
    }

    /// <summary>The stored form of an address that is a number.</summary>
    public static string ToText(ulong mac) => mac.ToString("X12", CultureInfo.InvariantCulture);
}
