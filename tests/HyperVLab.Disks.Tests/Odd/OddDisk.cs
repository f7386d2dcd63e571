using System.Buffers.Binary;

namespace HyperVLab.Disks.Tests.Odd;

/// <summary>A VHD that somebody could meet, and what is to become of it.</summary>
/// <param name="Name">What is odd about it.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Content">What a reader should see; null if it is to be refused.</param>
/// <param name="Structure">Which structure the error is about.</param>
/// <param name="Offset">Where that stands.</param>
/// <param name="Warns">Whether opening it gives a warning.</param>
internal sealed record OddDisk(
    string Name, byte[] Bytes, byte[]? Content, string Structure = "", long Offset = 0, bool Warns = false)
{
    private const string Footer = "VHD footer";
    private const string Header = "VHD dynamic header";
    private const string Table = "VHD block allocation table";
    private static readonly Lazy<OddDisk[]> _all = new(() => [.. Good(), .. Warned(), .. BadFooters(), .. BadHeaders(),
        .. BadTables(), .. BadFixed()]);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<OddDisk> All => _all.Value;

    /// <summary>The plain disk that most of them differ from in one thing.</summary>
    public static VhdImage Plain(int tag = 1) => new VhdImage { Tag = tag }.With(0).With(2)
        .With(4, [.. Enumerable.Range(0, 100)]);

    /// <summary>Finds one by its name.</summary>
    public static OddDisk Named(string name) => All.Single(odd => odd.Name == name);

    private static IEnumerable<OddDisk> Good()
    {
        yield return Whole("a last block that is not whole", Plain());
        yield return Whole("data at multiples of 4 KiB", Shaped(new VhdImage { TableOffset = 0x2000, Aligned = true }));
        yield return Whole("a table far from the header", Shaped(new VhdImage { TableOffset = 0x100000 }));
        yield return Whole("blocks out of order", Shaped(new VhdImage { Order = [4, 0, 2] }));
        yield return Whole("gaps between blocks", Shaped(new VhdImage { Gap = 1536 }));
        yield return Whole("blocks of 512 KiB", new VhdImage { Block = 512 * 1024 }.With(0).With(4).With(9, 1, 2, 3));
        yield return Whole(
            "blocks of 16 MiB, whose bitmap has eight sectors",
            new VhdImage { Block = 16 * 1024 * 1024 }.With(0, 5, 9, 18000));
        yield return Whole("no block", new VhdImage());
        yield return Whole("more table entries than blocks", Shaped(new VhdImage { Entries = 64 }));
        yield return Whole("a saved machine", Plain(), bytes => bytes[84] = 1);
        yield return Whole("the mark of a temporary disk", Plain(), bytes => bytes[11] = 3);
        foreach (var creator in new[] { "vpc ", "qemu", "qem2", "d2v\0", "vs  ", "tap\0", "CTXS", "wa\0\0", "vbox" })
        {
            yield return Whole($"creator {creator.TrimEnd('\0', ' ')}", Shaped(new VhdImage { Creator = creator }));
        }

        yield return Whole("a fixed disk", new VhdImage { Type = VhdImage.Fixed });
        yield return Whole(
            "a fixed disk with a data offset of 32 bits",
            new VhdImage { Type = VhdImage.Fixed },
            bytes => bytes.AsSpan(16, 4).Clear());
    }

    private static IEnumerable<OddDisk> Warned()
    {
        var plain = Plain();
        var bytes = plain.Make();
        var content = plain.Content;
        yield return new OddDisk("a damaged trailing footer", Patched(bytes, ^512, 0x62), content, Warns: true);
        yield return new OddDisk("no trailing footer", bytes[..^512], content, Warns: true);
        yield return new OddDisk("no copy at the start", [.. new byte[512], .. bytes[512..]], content, Warns: true);
        yield return new OddDisk("a trailing footer of 511 bytes", bytes[..^1], content, Warns: true);
        var image = new VhdImage { Type = VhdImage.Fixed };
        bytes = image.Make();
        yield return new OddDisk("a fixed disk with 511 bytes of footer", bytes[..^1], image.Content, Warns: true);
        yield return new OddDisk(
            "a fixed disk before a gap",
            [.. image.Content, .. new byte[1024], .. bytes[^512..]],
            image.Content,
            Warns: true);
    }

    private static IEnumerable<OddDisk> BadFooters()
    {
        var bytes = Plain().Make();
        yield return Bad("an empty file", [], Footer);
        yield return Bad("a file of 511 bytes", [.. Enumerable.Repeat((byte)'x', 511)], Footer);
        yield return Bad("noise", Any.Bytes(65536, 3), Footer, 65024);
        yield return Bad(
            "no footer", [.. new byte[512], .. bytes[512..^512], .. new byte[512]], Footer, bytes.Length - 512);
        var end = bytes.Length - 512;
        yield return Bad("wrong checksums of footers", Plain().Make(footer: At(64, 1)), Footer, end);
        foreach (var type in new byte[] { 0, 1, 5, 77 })
        {
            yield return Bad($"disk type {type}", Plain().Make(footer: At(63, type)), Footer, end);
        }

        yield return Bad("format version 2", Plain().Make(footer: At(13, 2)), Footer, end);
        yield return Bad("a disk of no size", Plain().Make(footer: At(48, new byte[8])), Footer, end);
        yield return Bad(
            "a disk above 2040 GB", Plain().Make(footer: At(48, Number(VhdSizeOver))), Footer, end);
        yield return Bad("half a sector", Plain().Make(footer: At(48, Number(Any.Size + 256))), Footer, end);
        yield return Bad("a header in the footer", Plain().Make(footer: At(16, new byte[8])), Footer);
        yield return Bad("a header beyond the file", Plain().Make(footer: At(16, Number(1L << 62))), Footer);
    }

    private static IEnumerable<OddDisk> BadHeaders()
    {
        yield return Bad("a wrong checksum of the header", Plain().Make(header: At(36, 1)), Header, 512);
        yield return Bad("a wrong cookie of the header", Plain().Make(header: At(7, (byte)'f')), Header, 512);
        yield return Bad("header version 2", Plain().Make(header: At(25, 2)), Header, 512);
        foreach (var size in new[] { 0, 256, 3 * 1024 * 1024, 1 << 30, -1 })
        {
            yield return Bad($"blocks of {size} bytes", Plain().Make(header: At(32, Number(size))), Header, 512);
        }

        yield return Bad("a table in the middle of a sector", Plain().Make(header: At(23, 1)), Header, 512);
        yield return Bad("a table over the footer", Plain().Make(header: At(16, new byte[8])), Header, 512);
        yield return Bad("a table over the header", Plain().Make(header: At(16, Number(512L))), Header, 512);
        yield return Bad(
            "a table beyond the file", Plain().Make(header: At(16, Number(0x7FFFFFFFFE00L))), Table, 0x7FFFFFFFFE00);
        yield return Bad("a table of 4 G entries", Plain().Make(header: At(28, Number(-16))), Table, 0x600);
        yield return Bad("a table that is too short", Plain().Make(header: At(28, Number(2))), Table, 0x600);
    }

    private static IEnumerable<OddDisk> BadTables()
    {
        var bytes = Plain().Make();
        var second = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(0x608));
        yield return Bad("a block beyond the file", Patched(bytes, 0x600, Number(0x7FFFFFFF)), Table, 0x600);
        yield return Bad("a block over the header", Patched(bytes, 0x600, Number(1)), Table, 0x600);
        yield return Bad("a block over the footer", Patched(bytes, 0x600, Number(0)), Table, 0x600);
        yield return Bad("a block over the table", Patched(bytes, 0x610, Number(3)), Table, 0x610);
        yield return Bad("two entries with one block", Patched(bytes, 0x600, Number(second)), Table, 0x608);
        yield return Bad("two blocks that overlap", Patched(bytes, 0x600, Number(second - 100)), Table, 0x608);
        yield return Bad("a file cut in its last block", bytes[..^700_000], Table, 0x610);
    }

    private static IEnumerable<OddDisk> BadFixed()
    {
        var bytes = new VhdImage { Type = VhdImage.Fixed }.Make();
        yield return Bad("a fixed disk that is too short", [.. bytes[4096..]], "fixed VHD");
    }

    private static long VhdSizeOver => (2040L << 30) + 512;

    private static VhdImage Shaped(VhdImage image) => image.With(0).With(2).With(4, [.. Enumerable.Range(0, 100)]);

    private static OddDisk Whole(string name, VhdImage image, Action<byte[]>? footer = null)
    {
        var bytes = image.Make(footer);
        return new OddDisk(name, bytes, image.Content);
    }

    private static OddDisk Bad(string name, byte[] bytes, string structure, long offset = 0)
        => new(name, bytes, null, structure, offset);

    private static byte[] Number(int value) => [.. BitConverter.GetBytes(value).Reverse()];

    private static byte[] Number(long value) => [.. BitConverter.GetBytes(value).Reverse()];

    private static Action<byte[]> At(int offset, params byte[] value) => bytes => value.CopyTo(bytes, offset);

    private static byte[] Patched(byte[] bytes, Index offset, params byte[] value)
    {
        byte[] copy = [.. bytes];
        value.CopyTo(copy, offset.GetOffset(bytes.Length));
        return copy;
    }
}
