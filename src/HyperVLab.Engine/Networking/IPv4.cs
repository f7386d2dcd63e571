using System.Globalization;

namespace HyperVLab.Engine.Networking;

/// <summary>IPv4 addresses as text and as numbers.</summary>
internal static class IPv4
{
    /// <summary>
    /// Reads an address in dotted form; nothing else is one, however much a system's own parser takes.
    /// </summary>
    public static bool TryParse(string? text, out uint address)
    {
        address = 0;
        int parts = 0;
        foreach (Range range in text.AsSpan().Split('.'))
        {
            ReadOnlySpan<char> part = text.AsSpan(range);
            if (++parts > 4
                || part.Length is 0 or > 3
                || (part.Length > 1 && part[0] == '0')
                || !byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out byte octet))
            {
                return false;
            }

            address = (address << 8) | octet;
        }

        return parts == 4;
    }

    /// <summary>
    /// Whether it is an address that one computer can have: not zero, loopback, multicast or broadcast.
    /// </summary>
    public static bool IsHost(string? text) =>
        TryParse(text, out uint address) && (address >> 24) is > 0 and < 224 and not 127;

    /// <summary>Writes an address in dotted form.</summary>
    public static string Format(uint address) => string.Create(
        CultureInfo.InvariantCulture,
        $"{address >> 24}.{(address >> 16) & 255}.{(address >> 8) & 255}.{address & 255}");

    /// <summary>The mask of so many leading bits.</summary>
    public static uint MaskOf(int prefixLength) => NetworkOf(uint.MaxValue, prefixLength);

    /// <summary>How many leading bits a mask has; null where it is none.</summary>
    public static int? PrefixOf(string? mask)
    {
        for (int length = 0; TryParse(mask, out uint number) && length <= 32; length++)
        {
            if (MaskOf(length) == number)
            {
                return length;
            }
        }

        return null;
    }

    /// <summary>The network of an address: its leading bits.</summary>
    public static uint NetworkOf(uint address, int prefixLength) =>
        prefixLength == 0 ? 0 : address & (uint.MaxValue << (32 - prefixLength));

    /// <summary>Which of two addresses comes first, as numbers; what is no address comes before all.</summary>
    public static int Compare(string one, string other)
    {
        long first = TryParse(one, out uint number) ? number : -1;
        long second = TryParse(other, out number) ? number : -1;
        return first.CompareTo(second);
    }

    /// <summary>Whether two addresses are in one subnet.</summary>
    public static bool InOneSubnet(string one, string other, int prefixLength) =>
        TryParse(one, out uint first) && TryParse(other, out uint second)
        && NetworkOf(first, prefixLength) == NetworkOf(second, prefixLength);

    /// <summary>Whether an address is its subnet's own or its broadcast address, which no computer can have.</summary>
    public static bool IsSubnetOrBroadcast(string text, int prefixLength)
    {
        if (prefixLength >= 31 || !TryParse(text, out uint address))
        {
            return false;
        }

        uint hostBits = address - NetworkOf(address, prefixLength);
        return hostBits == 0 || hostBits == uint.MaxValue >> prefixLength;
    }
}
