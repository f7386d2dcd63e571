using System.Text;
using HyperVLab.Disks.FileSystems;
using HyperVLab.Disks.FileSystems.Ntfs;
using static HyperVLab.Disks.Tests.FileSystems.NtfsRecordBuilder;

namespace HyperVLab.Disks.Tests.FileSystems;

public sealed class NtfsFilesTests : IDisposable
{
    private const int Cluster = 4096;

    private readonly NtfsImage _image = new();
    private VirtualDisk? _disk;

    public void Dispose() => _disk?.Dispose();

    [Fact]
    public void A_small_file_its_streams_and_its_times_are_read()
    {
        _image.AddFile("Hello.txt", Resident(0x80, "hello"u8.ToArray()), Resident(0x80, "[Zone]"u8.ToArray(), "Zone"));
        var volume = Open();
        var file = volume.Find(@"\hELLO.TXT")!;
        Assert.Equal((@"\Hello.txt", 5L, false), (file.Path, file.SizeBytes, file.IsDirectory));
        Assert.Equal(new DateTimeOffset(2024, 2, 29, 12, 0, 1, TimeSpan.Zero), file.Modified);
        Assert.Equal((FileAttributes.Archive, "Zone"), (file.Attributes, Assert.Single(file.Streams)));
        Assert.Equal("hello", Text(volume, "hello.txt"));
        Assert.Equal("hello", Text(volume, "hello.txt::$DATA"));
        Assert.Equal("[Zone]", Text(volume, "/Hello.txt:zone"));
        Assert.Equal(6, volume.Find("hello.txt:ZONE")!.SizeBytes);
        Assert.Throws<FileNotFoundException>(() => volume.OpenRead("hello.txt:none"));
    }

    [Fact]
    public void A_file_in_pieces_with_a_hole_reads_in_order_from_any_place()
    {
        var data = Any.Bytes(5 * Cluster, 1);
        var high = _image.Write(800, data[..(2 * Cluster)]);
        var low = _image.Write(20, data[(2 * Cluster)..]);
        _image.AddFile("pieces", Elsewhere(0x80, [high, (-1, 4), low], (9 * Cluster) - 100));
        byte[] expected = [.. data[..(2 * Cluster)], .. new byte[4 * Cluster], .. data[(2 * Cluster)..^100]];
        var volume = Open();
        Assert.Equal(expected, Content(volume, "pieces"));
        using var stream = volume.OpenRead("pieces");
        Seed.Run(100, random =>
        {
            var at = random.Next(expected.Length);
            var part = new byte[Math.Min(random.Next(1, 20_000), expected.Length - at)];
            stream.Seek(at, SeekOrigin.Begin);
            stream.ReadExactly(part);
            Assert.Equal(expected.AsSpan(at, part.Length).ToArray(), part);
        });
    }

    [Fact]
    public void What_was_never_written_reads_as_zeros_whatever_stands_there()
    {
        var run = _image.Write(20, Any.Bytes(2 * Cluster, 1));
        _image.AddFile("written", Elsewhere(0x80, [run], 2 * Cluster, written: 100));
        var content = Content(Open(), "written");
        Assert.Equal(Any.Bytes(2 * Cluster, 1)[..100], content[..100]);
        Assert.All(content[100..], value => Assert.Equal(0, value));
    }

    [Fact]
    public void A_compressed_file_is_expanded_unit_by_unit()
    {
        const int Unit = 16 * Cluster;
        var text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 9000).Select(i => $"line {i % 70}; ")));
        var random = Any.Bytes(Unit, 5);
        var packed = Lznt1.Compress(text[..Unit]);
        var tail = Lznt1.Compress(text[Unit..(Unit + 10_000)]);
        var first = _image.Write(20, packed);
        var second = _image.Write(700, random);
        var last = _image.Write(60, tail);
        Assert.True(first.Count < 16 && last.Count < 16);
        _image.AddFile("packed", Elsewhere(
            0x80,
            [first, (-1, 16 - first.Count), second, (-1, 16), last, (-1, 16 - last.Count)],
            (3 * Unit) + 10_000,
            unit: 4));
        byte[] expected = [.. text[..Unit], .. random, .. new byte[Unit], .. text[Unit..(Unit + 10_000)]];
        Assert.Equal(expected, Content(Open(), "packed"));
    }

    [Fact]
    public void An_attribute_in_several_records_is_put_together()
    {
        var data = Any.Bytes(4 * Cluster, 1);
        var first = _image.Write(20, data[..Cluster]);
        var rest = _image.Write(40, data[Cluster..]);
        var part = _image.NextRecord();
        var list = new byte[64];
        var file = _image.AddFile("large");
        Entry(list, 0x80, file, 0);
        Entry(list.AsSpan(32), 0x80, part, 1);
        _image.SetRecord(file, Record(
            file, [NtfsImage.Information(), Resident(0x20, list), Elsewhere(0x80, [first], data.Length)]));
        _image.SetRecord(part, Record(part, [Elsewhere(0x80, [rest], 0, first: 1)], baseNumber: file));
        Assert.Equal(data, Content(Open(), "large"));
    }

    [Fact]
    public void Directories_are_walked_and_names_far_from_the_root_are_found()
    {
        var inner = _image.NextRecord();
        var key = FileName("inner.TXT", 24);
        _image.SetRecord(inner, Record(inner, [NtfsImage.Information(), Resident(0x80, "in"u8.ToArray())]));
        _image.AddDirectory("Folder", (inner, key), (inner, FileName("INNER~1.TXT", 24, space: 2)));
        _image.FarNames.Add((inner, FileName("far.txt", 5)));
        var volume = Open();
        Assert.Equal(["far.txt", "Folder"], volume.List("").Select(file => file.Name));
        var file = Assert.Single(volume.List("folder"));
        Assert.Equal((@"\Folder\inner.TXT", 2L), (file.Path, file.SizeBytes));
        Assert.Equal("in", Text(volume, "FOLDER/INNER.txt"));
        Assert.Equal("in", Text(volume, @"folder\inner~1.txt"));
        Assert.Equal("in", Text(volume, "FAR.TXT"));
        Assert.True(volume.Find("")!.IsDirectory);
        Assert.Null(volume.Find(@"folder\nothing"));
        Assert.Null(volume.Find(@"far.txt\nothing"));
        Assert.Throws<DirectoryNotFoundException>(() => volume.List("far.txt"));
        Assert.Throws<FileNotFoundException>(() => volume.OpenRead("folder"));
    }

    [Fact]
    public void A_deleted_or_broken_file_is_listed_with_its_problem_and_refused_by_record()
    {
        var gone = _image.AddFile("gone");
        _image.SetRecord(gone, Record(gone, [], inUse: false));
        var broken = _image.AddFile("broken");
        _image.SetRecord(broken, Encoding.ASCII.GetBytes(new string('x', 1024)));
        var volume = Open();
        var files = volume.List("").ToList();
        Assert.Contains("no file has it any more", files[1].Problem, StringComparison.Ordinal);
        Assert.Contains("does not start with FILE", files[0].Problem, StringComparison.Ordinal);
        var error = Assert.Throws<DiskFormatException>(() => volume.OpenRead("gone"));
        Assert.Equal($"MFT record {gone}", error.Structure);
    }

    [Fact]
    public void Links_say_where_they_lead_and_content_that_stands_elsewhere_is_refused()
    {
        var target = Encoding.Unicode.GetBytes(@"C:\target");
        var link = new byte[20 + target.Length];
        Put32(link, 0, 0xA000000C);
        Put16(link, 14, target.Length);
        target.CopyTo(link, 20);
        _image.AddFile("link", Resident(0xC0, link));
        var overlay = new byte[16];
        Put32(overlay, 0, 0x80000017);
        _image.AddFile("overlay", Resident(0xC0, overlay), Elsewhere(0x80, [(-1, 4)], 4 * Cluster));
        var volume = Open();
        Assert.Equal(@"C:\target", volume.Find("link")!.LinkTarget);
        var error = Assert.Throws<DiskFormatException>(() => volume.OpenRead("overlay"));
        Assert.Contains("0x80000017", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_that_leave_the_volume_are_refused()
    {
        _image.AddFile("far", Elsewhere(0x80, [(1020, 8)], 8 * Cluster));
        _image.AddFile("twice", Elsewhere(0x80, [(0, 1000), (0, 1000)], 8 * Cluster));
        var volume = Open();
        Assert.Throws<DiskFormatException>(() => volume.OpenRead("far"));
        Assert.Throws<DiskFormatException>(() => volume.OpenRead("twice"));
    }

    private static void Entry(Span<byte> entry, int type, long record, long first)
    {
        Put32(entry, 0, (uint)type);
        Put16(entry, 4, 32);
        entry[7] = 26;
        Put64(entry, 8, first);
        Put64(entry, 16, Reference(record));
    }

    private static byte[] Content(NtfsVolume volume, string path)
    {
        using var stream = volume.OpenRead(path);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string Text(NtfsVolume volume, string path) => Encoding.ASCII.GetString(Content(volume, path));

    private NtfsVolume Open()
    {
        var bytes = _image.Finish();
        _disk = DiskImage.With(bytes);
        return Assert.IsType<NtfsVolume>(Volume.OpenFiles(_disk, DiskImage.VolumeOffset, bytes.Length));
    }
}
