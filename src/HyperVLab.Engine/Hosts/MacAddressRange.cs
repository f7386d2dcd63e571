namespace HyperVLab.Engine.Hosts;

/// <summary>
/// From which MAC addresses a host gives dynamic ones. Both ends belong to it: twelve hexadecimal digits, in capitals.
/// </summary>
public sealed record MacAddressRange
{
    /// <summary>The lowest.</summary>
    public required string Minimum { get; init; }

    /// <summary>The highest.</summary>
    public required string Maximum { get; init; }

    /// <summary>Whether an address in the stored form is of it.</summary>
    public bool Contains(string macAddress) =>
        string.CompareOrdinal(Minimum, macAddress) <= 0 && string.CompareOrdinal(macAddress, Maximum) <= 0;

    /// <summary>
    /// Brings an address that was typed with separators, or in small letters, into the stored form; null for none.
    /// </summary>
    public static string? Normalise(string? text)
    {
        string digits = (text ?? string.Empty).Replace("-", string.Empty, StringComparison.Ordinal)
            .Replace(":", string.Empty, StringComparison.Ordinal).ToUpperInvariant();
        return digits.Length == 12 && digits.All(char.IsAsciiHexDigit) ? digits : null;
    }

    /// <summary>A range with one or both ends set anew; null leaves an end as it is.</summary>
    /// <exception cref="HyperVLab.Engine.Requests.LabException">No host can give addresses from it.</exception>
    internal MacAddressRange With(string? minimum, string? maximum)
    {
        string low = Demand(minimum ?? Minimum);
        string high = Demand(maximum ?? Maximum);

        // The first three bytes name the maker, and 2^24 addresses are more than any host needs (ours).
        return string.CompareOrdinal(low, high) <= 0 && low[..6] == high[..6]
            ? new MacAddressRange { Minimum = low, Maximum = high }
            : throw HostErrors.MacRangeNotPossible.For(low, low, high);
    }

    // The lowest bit of the first octet marks the address of a group.
    private static string Demand(string address) =>
        Normalise(address) is { } digits && (Convert.ToInt32(digits[1..2], 16) & 1) == 0 && digits.Trim('0').Length > 0
            ? digits
            : throw HostErrors.MacNotUsable.For(address, address);
}
