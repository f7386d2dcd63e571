using System.Buffers.Binary;
using System.Text;

namespace HyperVLab.Disks.Vhdx;

/// <summary>What a differencing disk says of its parent: keys and values ([MS-VHDX] 2.6.2.6).</summary>
internal sealed class VhdxParentLocator
{
    /// <summary>The parent's data write identifier.</summary>
    public const string Linkage = "parent_linkage";

    /// <summary>Another one that the parent may have, while disks of a chain are merged.</summary>
    public const string Linkage2 = "parent_linkage2";

    /// <summary>The path from the child's folder.</summary>
    public const string RelativePath = "relative_path";

    /// <summary>The full path with a drive letter or share.</summary>
    public const string AbsolutePath = "absolute_win32_path";

    /// <summary>The full path with a volume's identifier.</summary>
    public const string VolumePath = "volume_path";

    private const string Name = "VHDX parent locator";
    private const string VolumePrefix = @"\\?\Volume{";
    private const int HeaderBytes = 20;
    private const int EntryBytes = 12;
    private const int MaximumEntries = 256;

    private readonly List<KeyValuePair<string, string>> _entries;

    /// <summary>Makes a locator.</summary>
    public VhdxParentLocator(IEnumerable<KeyValuePair<string, string>> entries) => _entries = [.. entries];

    /// <summary>The keys and values in their order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Entries => _entries;

    /// <summary>The parent's identifiers that the child accepts, the first of them the usual one.</summary>
    public IReadOnlyList<Guid> Identifiers { get; private init; } = [];

    /// <summary>The value of a key, or null.</summary>
    public string? this[string key] => _entries.Find(entry => entry.Key == key).Value;

    /// <summary>Reads a locator.</summary>
    /// <exception cref="DiskFormatException">It is impossible, or does not identify the parent.</exception>
    public static VhdxParentLocator FromBytes(ReadOnlySpan<byte> bytes, long offset)
    {
        if (bytes.Length < HeaderBytes || new Guid(bytes[..16]) != VhdxIdentifiers.ParentLocatorType)
        {
            throw new DiskFormatException(Name, offset, "it is not of the VHDX type");
        }

        var count = BinaryPrimitives.ReadUInt16LittleEndian(bytes[18..]);
        if (count is 0 or > MaximumEntries || HeaderBytes + (count * EntryBytes) > bytes.Length)
        {
            throw new DiskFormatException(Name, offset, $"{count} entries are too many or none");
        }

        var entries = new List<KeyValuePair<string, string>>(count);
        for (var i = 0; i < count; i++)
        {
            var entry = bytes.Slice(HeaderBytes + (i * EntryBytes), EntryBytes);
            var key = Text(bytes, entry, 0, 8, offset);
            entries.Add(new KeyValuePair<string, string>(key, Text(bytes, entry, 4, 10, offset)));
        }

        var locator = new VhdxParentLocator(entries);
        var identifiers = new[] { locator[Linkage], locator[Linkage2] }
            .Where(text => Guid.TryParse(text, out _)).Select(text => Guid.Parse(text!)).ToList();
        return identifiers.Count > 0
            ? new VhdxParentLocator(entries) { Identifiers = identifiers }
            : throw new DiskFormatException(Name, offset, "it does not identify the parent");
    }

    /// <summary>Makes the locator of a new child.</summary>
    /// <param name="parent">What it is to say of its parent.</param>
    public static VhdxParentLocator For(DiskParentLink parent)
    {
        var entries = new List<KeyValuePair<string, string>>
        {
            new(Linkage, parent.Identifier.ToString("B")),
        };
        Add(RelativePath, parent.RelativePath);
        var isOfVolume = parent.AbsolutePath.StartsWith(VolumePrefix, StringComparison.OrdinalIgnoreCase);
        Add(isOfVolume ? VolumePath : AbsolutePath, parent.AbsolutePath);
        return new VhdxParentLocator(entries) { Identifiers = [parent.Identifier] };

        void Add(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                entries.Add(new KeyValuePair<string, string>(key, value));
            }
        }
    }

    /// <summary>The locator as it stands in the file.</summary>
    public byte[] ToBytes()
    {
        var texts = _entries.SelectMany(entry => new[] { entry.Key, entry.Value })
            .Select(Encoding.Unicode.GetBytes).ToList();
        var place = HeaderBytes + (_entries.Count * EntryBytes);
        var bytes = new byte[place + texts.Sum(text => text.Length)];
        VhdxIdentifiers.ParentLocatorType.TryWriteBytes(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(18), (ushort)_entries.Count);
        for (var i = 0; i < texts.Count; i++)
        {
            var entry = bytes.AsSpan(HeaderBytes + (i / 2 * EntryBytes), EntryBytes);
            BinaryPrimitives.WriteInt32LittleEndian(entry[(i % 2 * 4)..], place);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[(8 + (i % 2 * 2))..], (ushort)texts[i].Length);
            texts[i].CopyTo(bytes, place);
            place += texts[i].Length;
        }

        return bytes;
    }

    /// <summary>The same for a resolver.</summary>
    public ParentReference ToReference() => new()
    {
        Identifier = Identifiers[0],
        OtherIdentifiers = [.. Identifiers.Skip(1)],
        RelativePath = this[RelativePath],
        AbsolutePath = this[AbsolutePath] ?? this[VolumePath],
        Name = this[VolumePath],
    };

    private static string Text(
        ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> entry, int offsetField, int lengthField, long offset)
    {
        var start = BinaryPrimitives.ReadUInt32LittleEndian(entry[offsetField..]);
        var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[lengthField..]);
        if (start > bytes.Length - length || length % 2 != 0)
        {
            throw new DiskFormatException(Name, offset, $"{length} bytes at {start} are no text in it");
        }

        return Encoding.Unicode.GetString(bytes.Slice((int)start, length)).TrimEnd('\0');
    }
}
