namespace HyperVLab.Disks.Tests.Files;

public class FileCopyTests
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void A_copied_range_stands_where_it_was_sent_and_nothing_else_changes(bool fromDisk, bool toDisk)
        => Seed.Run(20, random =>
    {
        using var folder = new TemporaryFolder();
        using var source = Make(folder, "source", fromDisk);
        using var target = Make(folder, "target", toDisk);
        var content = Any.Bytes(3_000_000, random.Next());
        var before = Any.Bytes(2_500_000, random.Next());
        source.Write(0, content);
        target.Write(0, before);
        var (from, to) = (random.Next(1_000_000), random.Next(1_000_000));
        var count = random.Next(2_000_000) + 1;
        source.CopyRange(from, target, to, count);
        var expected = new byte[Math.Max(before.Length, to + count)];
        before.CopyTo(expected, 0);
        content.AsSpan(from, count).CopyTo(expected.AsSpan(to));
        Assert.Equal(expected, Any.Content(target));
        Assert.Equal(content, Any.Content(source));
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_range_moves_within_its_own_file(bool onDisk)
    {
        using var folder = new TemporaryFolder();
        using var file = Make(folder, "file", onDisk);
        var content = Any.Bytes(3_000_000, 5);
        file.Write(0, content);
        file.CopyRange(2_000_000, file, 1000, 999_000);
        content.AsSpan(2_000_000, 999_000).CopyTo(content.AsSpan(1000));
        Assert.Equal(content, Any.Content(file));
    }

    [Fact]
    public void Copying_over_the_end_or_into_what_is_read_only_is_an_error()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["old"], new byte[1000]);
        using var source = FileDiskFile.CreateNew(folder["source"]);
        using var target = FileDiskFile.CreateNew(folder["target"]);
        using var old = FileDiskFile.Open(folder["old"], readOnly: true);
        source.Write(0, new byte[1000]);
        Assert.Throws<EndOfStreamException>(() => source.CopyRange(500, target, 0, 501));
        Assert.Throws<NotSupportedException>(() => source.CopyRange(0, old, 0, 1000));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_punched_range_reads_as_zeros_and_the_length_stays(bool onDisk) => Seed.Run(20, random =>
    {
        using var folder = new TemporaryFolder();
        using var file = Make(folder, "file", onDisk);
        var content = Any.Bytes(1_000_000, random.Next());
        file.Write(0, content);
        for (var i = 0; i < 5; i++)
        {
            var at = random.Next(content.Length + 10_000);
            var count = random.Next(300_000);
            file.PunchHole(at, count);
            content.AsSpan(Math.Min(at, content.Length)..Math.Min(at + count, content.Length)).Clear();
            Assert.Equal(content, Any.Content(file));
        }
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_punched_range_is_a_hole(bool onDisk)
    {
        Assert.SkipUnless(!onDisk || OperatingSystem.IsLinux(), "Holes are asked for on Linux only.");
        using var folder = new TemporaryFolder();
        using var file = Make(folder, "file", onDisk);
        file.Write(0, Any.Bytes(1024 * 1024, 1));
        file.PunchHole(256 * 1024, 512 * 1024);
        Assert.Equal(new ByteRange(0, 256 * 1024), file.NextData(0));
        Assert.Equal(new ByteRange(768 * 1024, 256 * 1024), file.NextData(256 * 1024));
    }

    private static IDiskFile Make(TemporaryFolder folder, string name, bool onDisk)
    {
        if (onDisk)
        {
            File.Delete(folder[name]);
            return FileDiskFile.CreateNew(folder[name]);
        }

        return new MemoryDiskFile();
    }
}
