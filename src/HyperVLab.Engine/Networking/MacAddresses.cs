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
    /// The first part of a host's dynamic addresses: Microsoft's three octets and the last two of its own address.
    /// </summary>
    public static string DynamicRangeOf(LabState lab, Key<PhysicalComputer> computer)
    {
        NetworkAdapter? own = Adapters.Of(lab, computer).FirstOrDefault(adapter => adapter.IPAddress is not null);
        return IPv4.TryParse(own?.IPAddress, out uint address)
            ? string.Create(CultureInfo.InvariantCulture, $"{NetworkSettings.DynamicMacPrefix}{address & 0xFFFF:X4}")
            : NetworkSettings.DynamicMacPrefix + "0000";
    }

    /// <summary>The next free address of a host's 256 dynamic ones; null where none is left.</summary>
    public static string? NextDynamic(LabState lab, Key<PhysicalComputer> computer)
    {
        string range = DynamicRangeOf(lab, computer);
        for (int number = 0; number < 256; number++)
        {
            string address = string.Create(CultureInfo.InvariantCulture, $"{range}{number:X2}");
            if (!lab.Guards.KeepsMacsUnique || !lab.MacIndex.IsTaken(lab, address))
            {
                return address;
            }
        }

        return null;
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

    /// <summary>
    /// Brings an address that was typed with separators, or in small letters, into the stored form; null for none.
    /// </summary>
    public static string? Normalise(string? text)
    {
        string digits = (text ?? string.Empty).Replace("-", string.Empty, StringComparison.Ordinal)
            .Replace(":", string.Empty, StringComparison.Ordinal).ToUpperInvariant();
        return digits.Length == 12 && digits.All(char.IsAsciiHexDigit) ? digits : null;
    }
}
