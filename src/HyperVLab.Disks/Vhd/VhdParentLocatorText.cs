using System.Text;

namespace HyperVLab.Disks.Vhd;

/// <summary>
/// Reads the texts of parent locators (VHD specification 1.0, "Parent Locator Entries"). All of them are hostile; what
/// cannot be read says nothing.
/// </summary>
internal static class VhdParentLocatorText
{
    private const uint MacX = 0x4D616358;
    private const uint Mac = 0x4D616320;
    private const uint Wi2k = 0x5769326B;
    private const uint Wi2r = 0x57693272;

    // A Mac OS alias record: the file's name as a Pascal string, at most 63 characters (Inside Macintosh: Files).
    private const int AliasNameOffset = 50;
    private const int AliasNameLength = 63;

    /// <summary>Reads a text.</summary>
    /// <returns>A path or file name; null if the text is empty or of no known kind.</returns>
    public static string? Read(uint code, ReadOnlySpan<byte> bytes)
    {
        var text = code switch
        {
            VhdParentLocator.W2ku or VhdParentLocator.W2ru => Encoding.Unicode.GetString(bytes),
            Wi2k or Wi2r => IsUtf16(bytes) ? Encoding.Unicode.GetString(bytes) : Encoding.Latin1.GetString(bytes),
            MacX => PathOf(Encoding.UTF8.GetString(bytes)),
            Mac => AliasName(bytes),
            _ => "",
        };
        text = text.TrimEnd('\0');
        return text.Length == 0 ? null : text;
    }

    private static bool IsUtf16(ReadOnlySpan<byte> bytes) => bytes.Length >= 2 && bytes[1] == 0;

    // "file://localhost/Users/x/base.vhd", or the same without a host.
    private static string PathOf(string url)
    {
        const string Scheme = "file://";
        url = url.TrimEnd('\0');
        if (!url.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return "";
        }

        var path = url.IndexOf('/', Scheme.Length);
        return path < 0 ? "" : Uri.UnescapeDataString(url[path..]);
    }

    private static string AliasName(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= AliasNameOffset)
        {
            return "";
        }

        var length = Math.Min((int)bytes[AliasNameOffset], AliasNameLength);
        var name = bytes[(AliasNameOffset + 1)..];
        return length > name.Length ? "" : Encoding.Latin1.GetString(name[..length]);
    }
}
