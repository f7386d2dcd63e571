namespace HyperVLab.Disks.Tests.Files;

public class DiskFileTests
{
    [Fact]
    public void A_memory_file_behaves_as_a_plain_array() => Seed.Run(50, random =>
    {
        using var file = new MemoryDiskFile();
        var model = new byte[200_000];
        var length = 0;
        for (var step = 0; step < 40; step++)
        {
            var bytes = new byte[random.Next(30_000)];
            var offset = random.Next(model.Length - bytes.Length);
            switch (random.Next(3))
            {
                case 0:
                    random.NextBytes(bytes);
                    file.Write(offset, bytes);
                    bytes.CopyTo(model, offset);
                    length = Math.Max(length, offset + bytes.Length);
                    break;
                case 1:
                    file.SetLength(offset);
                    model.AsSpan(offset).Clear();
                    length = offset;
                    break;
                default:
                    file.Write(offset, bytes);
                    model.AsSpan(offset, bytes.Length).Clear();
                    length = Math.Max(length, offset + bytes.Length);
                    break;
            }

            Assert.Equal(model[..length], Any.Content(file));
            Assert.Equal(model[..length], Any.Content(file.Clone()));
        }
    });

    [Fact]
    public void Reading_over_the_end_is_an_error()
    {
        using var folder = new TemporaryFolder();
        using var file = FileDiskFile.CreateNew(folder["short"]);
        file.Write(0, [1, 2, 3]);
        Assert.Throws<EndOfStreamException>(() => file.Read(0, new byte[4]));
        using var memory = MemoryDiskFile.FromBytes([1, 2, 3]);
        Assert.Throws<EndOfStreamException>(() => memory.Read(1, new byte[3]));
        Assert.Throws<EndOfStreamException>(() => memory.Read(long.MaxValue, new byte[3]));
    }

    [Fact]
    public void A_writer_has_the_file_to_itself_and_readers_share_it()
    {
        using var folder = new TemporaryFolder();
        using (var writer = FileDiskFile.CreateNew(folder["disk"]))
        {
            Assert.ThrowsAny<IOException>(() => FileDiskFile.Open(folder["disk"], readOnly: false));
            Assert.ThrowsAny<IOException>(() => FileDiskFile.CreateNew(folder["disk"]));
        }

        using var first = FileDiskFile.Open(folder["disk"], readOnly: true);
        using var second = FileDiskFile.Open(folder["disk"], readOnly: true);
        Assert.ThrowsAny<IOException>(() => FileDiskFile.Open(folder["disk"], readOnly: false));
        Assert.Throws<NotSupportedException>(() => first.Write(0, [1]));
        Assert.Throws<NotSupportedException>(() => second.SetLength(1));
    }

    [Fact]
    public void Data_ranges_depend_on_the_bytes_alone()
    {
        using var folder = new TemporaryFolder();
        using var sparse = FileDiskFile.CreateNew(folder["sparse"]);
        using var full = FileDiskFile.CreateNew(folder["full"]);
        using var memory = new MemoryDiskFile();
        full.Write(0, new byte[2_000_001]);
        foreach (var file in new IDiskFile[] { sparse, full, memory })
        {
            file.SetLength(2_000_001);
            file.Write(65_535, [1, 1]);
            file.Write(1_000_000, [1]);
            file.Write(2_000_000, [1]);
            Assert.Equal(
                [new ByteRange(0, 131_072), new ByteRange(983_040, 65_536), new ByteRange(1_966_080, 33_921)],
                file.DataRanges());
        }
    }

    [Fact]
    public void A_copy_of_the_data_ranges_is_the_same_file()
    {
        using var source = new MemoryDiskFile();
        source.Write(5_000_000, Any.Bytes(1_500_000, 1));
        source.SetLength(10_000_000);
        using var target = MemoryDiskFile.FromBytes(Any.Bytes(20_000_000, 2));
        source.CopyDataTo(target);
        Assert.Equal(Any.Content(source), Any.Content(target));
    }

    [Fact]
    public void A_fixed_disk_of_100_GB_costs_no_space_and_no_time()
    {
        using var folder = new TemporaryFolder();
        const long Size = 100L * 1024 * 1024 * 1024;
        using var file = FileDiskFile.CreateNew(folder["fixed.vhd"]);
        using var disk = Disks.Vhd.VhdDisk.CreateFixed(file, Any.Creation(Size));
        disk.Write(Size / 2, [1]);
        Assert.Equal(Size + 512, file.Length);
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Holes are asked for on Linux only.");
        Assert.Equal(
            [new ByteRange(Size / 2, DiskFileExtensions.GranuleBytes), new ByteRange(Size, 512)], file.DataRanges());
    }
}
