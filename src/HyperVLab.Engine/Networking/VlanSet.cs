using System.Globalization;
using System.Text;

namespace HyperVLab.Engine.Networking;

/// <summary>A set of VLANs, written as Hyper-V writes it: numbers and ranges with commas between.</summary>
internal sealed class VlanSet
{
    /// <summary>The last VLAN that there is (IEEE 802.1Q).</summary>
    public const int Last = 4094;

    private readonly ulong[] _bits = new ulong[(Last / 64) + 1];

    /// <summary>Every VLAN, untagged frames among them.</summary>
    public static VlanSet All { get; } = Range(0, Last);

    /// <summary>Whether a VLAN is one of them.</summary>
    public bool Contains(int vlanId) =>
        (uint)vlanId <= Last && (_bits[vlanId >> 6] >> (vlanId & 63) & 1) == 1;

    /// <summary>The set that a text means; null where it means none, or a VLAN that cannot be.</summary>
    public static VlanSet? Parse(string? text)
    {
        var made = new VlanSet();
        foreach (string part in (text ?? string.Empty).Split(','))
        {
            string[] ends = part.Trim().Split('-');
            if (ends.Length > 2
                || !TryNumber(ends[0], out int first)
                || !TryNumber(ends[^1], out int last)
                || last < first)
            {
                return null;
            }

            made.Add(first, last);
        }

        return made;
    }

    /// <summary>The VLANs in ascending order.</summary>
    public IReadOnlyList<int> ToList() => [.. Enumerable.Range(0, Last + 1).Where(Contains)];

    /// <summary>The shortest text that means the set.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (int first = 0; first <= Last; first++)
        {
            if (!Contains(first))
            {
                continue;
            }

            int last = first;
            while (Contains(last + 1))
            {
                last++;
            }

            text.Append(text.Length == 0 ? string.Empty : ",").Append(CultureInfo.InvariantCulture, $"{first}");
            if (last > first)
            {
                text.Append(CultureInfo.InvariantCulture, $"-{last}");
            }

            first = last;
        }

        return text.ToString();
    }

    private static VlanSet Range(int first, int last)
    {
        var made = new VlanSet();
        made.Add(first, last);
        return made;
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number)
        && number is >= 1 and <= Last;

    private void Add(int first, int last)
    {
        for (int vlanId = first; vlanId <= last; vlanId++)
        {
            _bits[vlanId >> 6] |= 1UL << (vlanId & 63);
        }
    }
}
