using System.Globalization;
using System.Text;

namespace HyperVLab.Disks.Vmdk;

/// <summary>
/// The text that says of which extents a disk is made, as VMware's Virtual Disk Format 5.0 describes it. It can be a
/// file of its own, or stand in a sparse extent.
/// </summary>
internal sealed class VmdkDescriptor
{
    /// <summary>What structures of a descriptor are called.</summary>
    public const string Structure = "VMDK descriptor";

    private const string NoParent = "ffffffff";

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<VmdkExtentLine> _extents = [];
    private readonly long _place;

    private VmdkDescriptor(long place) => _place = place;

    /// <summary>How a file starts that is a descriptor.</summary>
    public static ReadOnlySpan<byte> Signature => "# Disk DescriptorFile"u8;

    /// <summary>The extents, in the order in which they make the disk.</summary>
    public IReadOnlyList<VmdkExtentLine> Extents => _extents;

    /// <summary>The kind of disk, for instance "monolithicSparse"; empty if it does not say.</summary>
    public string CreateType => Value("createType");

    /// <summary>The size of the disk in bytes.</summary>
    public long SizeBytes { get; private set; }

    /// <summary>Reads the text.</summary>
    /// <param name="bytes">The bytes, filled up with zeros or spaces.</param>
    /// <param name="place">Where they stand in their file.</param>
    /// <exception cref="DiskFormatException">It is no descriptor, is broken, or is of a disk that is not read.
    /// </exception>
    public static VmdkDescriptor Parse(ReadOnlySpan<byte> bytes, long place)
    {
        var descriptor = new VmdkDescriptor(place);
        if (!StartsOne(bytes))
        {
            throw descriptor.Broken("it does not start with \"# Disk DescriptorFile\"");
        }

        var end = bytes.IndexOf((byte)0);
        foreach (var line in Text(end < 0 ? bytes : bytes[..end]).Split(['\r', '\n']))
        {
            descriptor.ParseLine(line.Trim());
        }

        descriptor.Check();
        return descriptor;
    }

    /// <summary>Whether a file that starts so is a descriptor.</summary>
    public static bool StartsOne(ReadOnlySpan<byte> bytes) => bytes.Length >= Signature.Length
        && Ascii.EqualsIgnoreCase(bytes[..Signature.Length], Signature);

    /// <summary>The disk's identifier; null if it has none.</summary>
    public Guid? Identifier()
    {
        if (Guid.TryParse(Value("ddb.uuid.image"), out var image))
        {
            return image;
        }

        // VMware: "60 00 C2 9f 2b 5c 83 ba-25 7a 6f 15 4a 9e 4c e1".
        var digits = Value("ddb.uuid").Replace(" ", "", StringComparison.Ordinal)
            .Replace("-", "", StringComparison.Ordinal);
        return digits.Length == 32 && digits.All(char.IsAsciiHexDigit)
            ? new Guid(Convert.FromHexString(digits), bigEndian: true) : null;
    }

    /// <summary>The error that says what is wrong, as a clause.</summary>
    public DiskFormatException Broken(string problem) => new(Structure, _place, problem);

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private string Value(string key) => _values.GetValueOrDefault(key, "");

    private void ParseLine(string line)
    {
        if (line.Length == 0 || line[0] == '#')
        {
            return;
        }

        var word = line.Split([' ', '\t'], 2)[0];
        if (word is "RW" or "RDONLY" or "NOACCESS")
        {
            ParseExtent(line);
        }
        else if (line.IndexOf('=', StringComparison.Ordinal) is > 0 and var at)
        {
            // Of two lines of one key readers take the first.
            _values.TryAdd(line[..at].Trim(), line[(at + 1)..].Trim().Trim('"'));
        }
    }

    private void ParseExtent(string line)
    {
        var (open, close) = (line.IndexOf('"', StringComparison.Ordinal), line.LastIndexOf('"'));
        var words = (open < 0 ? line : line[..open]).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var rest = close > open ? line[(close + 1)..].Trim() : "";
        const long MostSectors = VmdkLimits.MaximumSizeBytes / VirtualDisk.SectorBytes;
        if (words.Length != 3 || !Number(words[1], out var sectors) || (open >= 0 && close == open)
            || !Number(rest.Length == 0 ? "0" : rest.Split([' ', '\t'])[0], out var offset))
        {
            throw Broken($"extent {_extents.Count + 1} is \"{Shown(line)}\", which is not understood");
        }

        if (words[0] == "NOACCESS")
        {
            throw Broken($"extent {_extents.Count + 1} may not be read");
        }

        if (sectors is 0 or > MostSectors || offset > MostSectors
            || SizeBytes + (sectors * VirtualDisk.SectorBytes) > VmdkLimits.MaximumSizeBytes)
        {
            throw Broken($"the disk is to have {sectors} sectors in extent {_extents.Count + 1}, which is not read");
        }

        if (_extents.Count == VmdkLimits.MaximumExtents)
        {
            throw Broken($"it has more than {VmdkLimits.MaximumExtents} extents");
        }

        SizeBytes += sectors * VirtualDisk.SectorBytes;
        _extents.Add(new VmdkExtentLine(
            sectors * VirtualDisk.SectorBytes,
            words[2].ToUpperInvariant(),
            open < 0 ? "" : line[(open + 1)..close],
            offset * VirtualDisk.SectorBytes));
    }

    private void Check()
    {
        if (Value("parentCID") is { Length: > 0 } parent
            && !parent.Equals(NoParent, StringComparison.OrdinalIgnoreCase))
        {
            throw Broken(
                $"it is a snapshot's difference to the disk \"{Shown(Value("parentFileNameHint"))}\", and differences "
                + "are not read: delete the machine's snapshots, or clone the disk, so that it is one again");
        }

        if (_extents.Count == 0)
        {
            throw Broken("it names no extents");
        }
    }

    private static bool Number(string text, out long number)
        => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    /// <summary>A text of the file as a message may show it: not long, and no control characters.</summary>
    public static string Shown(string text)
    {
        var shown = text.Take(80).Select(character => char.IsControl(character) ? '?' : character);
        return string.Concat(shown) + (text.Length > 80 ? "..." : "");
    }
}
