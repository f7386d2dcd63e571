using System.Globalization;

namespace HyperVLab.Objects;

/// <summary>Speeds of links as Windows writes them: <c>1 Gbps</c>.</summary>
internal static class LinkSpeedText
{
    /// <summary>A speed as text.</summary>
    public static string Of(long bitsPerSecond) => bitsPerSecond >= 1_000_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{bitsPerSecond / 1e9:0.#} Gbps")
        : string.Create(CultureInfo.InvariantCulture, $"{bitsPerSecond / 1e6:0.#} Mbps");
}
