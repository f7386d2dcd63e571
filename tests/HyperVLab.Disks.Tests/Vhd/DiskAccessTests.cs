using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Tests.Vhd;

public class DiskAccessTests
{
    [Fact]
    public void Reading_and_writing_beyond_the_disk_is_refused()
    {
        using var disk = VhdDisk.CreateDynamic(new MemoryDiskFile(), Any.Creation());
        Assert.Throws<ArgumentOutOfRangeException>(() => disk.Read(-1, new byte[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => disk.Read(Any.Size, new byte[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => disk.Read(long.MaxValue, new byte[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => disk.Write(Any.Size - 1, new byte[2]));
        disk.Read(Any.Size, []);
    }

    [Fact]
    public void A_disk_opened_for_reading_cannot_be_written_and_leaves_its_file_alone()
    {
        var file = new MemoryDiskFile();
        VhdDisk.CreateDynamic(file, Any.Creation()).Dispose();
        file.Write(file.Length - 512, [0]);
        var before = Any.Content(file);
        using (var disk = VhdDisk.Open(file, readOnly: true))
        {
            Assert.Throws<NotSupportedException>(() => disk.Write(0, new byte[512]));
            Assert.Single(disk.Warnings);
        }

        Assert.Equal(before, Any.Content(file));
    }

    [Fact]
    public void Opening_for_writing_changes_nothing_until_something_is_written()
    {
        var file = new MemoryDiskFile();
        VhdDisk.CreateDynamic(file, Any.Creation()).Dispose();
        file.Write(0, [0]);
        var before = Any.Content(file);
        VhdDisk.Open(file).Dispose();
        Assert.Equal(before, Any.Content(file));
        using (var disk = VhdDisk.Open(file))
        {
            disk.Write(0, [1]);
        }

        Assert.Empty(DiskInformation.Read(file).Warnings);
    }

    [Fact]
    public void Allocated_ranges_are_whole_blocks_up_to_the_disks_end()
    {
        using var disk = VhdDisk.CreateDynamic(new MemoryDiskFile(), Any.Creation());
        const int Block = VhdLimits.DefaultBlockSizeBytes;
        Assert.Empty(disk.AllocatedRanges());
        disk.Write(0, [1]);
        disk.Write((3 * Block) - 1, [1, 1]);
        disk.Write(Any.Size - 1, [1]);
        Assert.Equal(
            [new ByteRange(0, Block), new ByteRange(2 * Block, Any.Size - (2 * Block))], disk.AllocatedRanges());
    }

    [Fact]
    public void More_blocks_than_bitmaps_are_kept_in_memory_can_be_written()
    {
        const int Block = 16 * 1024 * 1024;
        const int Count = 1100;
        var file = new MemoryDiskFile();
        using (var disk = VhdDisk.CreateDynamic(file, Any.Creation(Count * (long)Block, block: Block)))
        {
            for (var block = 0; block < Count; block++)
            {
                disk.Write((block * (long)Block) + 512, BitConverter.GetBytes(block + 1));
            }
        }

        using var again = VhdDisk.Open(file);
        var bytes = new byte[4];
        for (var block = 0; block < Count; block++)
        {
            again.Read((block * (long)Block) + 512, bytes);
            Assert.Equal(block + 1, BitConverter.ToInt32(bytes));
        }
    }

    [Fact]
    public void A_full_volume_is_an_error_after_which_the_disk_is_still_good()
    {
        var bytes = new MemoryDiskFile();
        VhdDisk.CreateDynamic(bytes, Any.Creation()).Dispose();
        using (var disk = VhdDisk.Open(new FullVolumeFile(bytes, 0x300000)))
        {
            disk.Write(0, Any.Bytes(4096, 1));
            Assert.ThrowsAny<IOException>(() => disk.Write(4_000_000, Any.Bytes(4096, 2)));
            disk.Write(4096, Any.Bytes(4096, 3));
        }

        using var again = VhdDisk.Open(bytes);
        var content = Any.Content(again);
        Assert.Equal(Any.Bytes(4096, 1), content[..4096]);
        Assert.Equal(Any.Bytes(4096, 3), content[4096..8192]);
        Assert.DoesNotContain(content[8192..], value => value != 0);
    }

    private sealed class FullVolumeFile(MemoryDiskFile bytes, long room) : IDiskFile
    {
        public long Length => bytes.Length;

        public bool IsReadOnly => false;

        public void Read(long offset, Span<byte> buffer) => bytes.Read(offset, buffer);

        public void Write(long offset, ReadOnlySpan<byte> data)
        {
            CheckRoom(offset + data.Length);
            bytes.Write(offset, data);
        }

        public void SetLength(long length)
        {
            CheckRoom(length);
            bytes.SetLength(length);
        }

        public void Flush() => bytes.Flush();

        public ByteRange? NextData(long offset) => bytes.NextData(offset);

        public void Dispose() => bytes.Dispose();

        private void CheckRoom(long end)
        {
            if (end > room)
            {
                throw new IOException("There is not enough space on the disk.");
            }
        }
    }
}
