using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Tests.Vhd;

[Collection(WholeProcessGroup.Name)]
public sealed class ReadingTests : IDisposable
{
    private const int Block = VhdLimits.MinimumBlockSizeBytes;
    private readonly TemporaryFolder _folder = new();
    private readonly byte[] _expected = new byte[20 * Block];
    private readonly VhdDisk _disk;

    public ReadingTests()
    {
        Make("base.vhd", null, 1);
        Make("child.avhd", "base.vhd", 2);
        Make("grandchild.avhd", "child.avhd", 3);
        _disk = Open("grandchild.avhd");
    }

    public void Dispose()
    {
        _disk.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_read_through_a_chain_makes_no_objects_once_the_bitmaps_are_known()
    {
        var buffer = new byte[4096];
        ReadEverywhere(buffer);
        var before = GC.GetAllocatedBytesForCurrentThread();
        ReadEverywhere(buffer);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Several_threads_may_read_one_disk_that_none_has_read_before()
    {
        var wrong = 0;
        var threads = Enumerable.Range(0, 4).Select(number => new Thread(() =>
        {
            var random = new Random(Seed.Value + number);
            var buffer = new byte[20_000];
            for (var i = 0; i < 2000; i++)
            {
                var offset = random.Next(_expected.Length - buffer.Length);
                _disk.Read(offset, buffer);
                wrong += _expected.AsSpan(offset, buffer.Length).SequenceEqual(buffer) ? 0 : 1;
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.Equal(0, wrong);
    }

    [Fact]
    public void A_block_that_becomes_whole_and_loses_its_place_again_is_read_rightly()
    {
        using var file = new MemoryDiskFile();
        using var disk = VhdDisk.CreateDynamic(file, Any.Creation(_expected.Length, block: Block));
        disk.Write(Block, Any.Bytes(Block, 1));
        disk.Write((2 * Block) + 512, Any.Bytes(Block - 512, 2));
        Assert.Equal(Any.Bytes(Block, 1), Any.Content(disk)[Block..(2 * Block)]);
        disk.Write(2 * Block, Any.Bytes(512, 3));
        disk.RemoveBlocks([1], Disks.Operations.DiskWork.Unwatched);
        var content = Any.Content(disk);
        Assert.DoesNotContain(content[Block..(2 * Block)], value => value != 0);
        Assert.Equal(Any.Bytes(512, 3), content[(2 * Block)..((2 * Block) + 512)]);
        disk.Write(Block + 512, [1]);
        Assert.Equal(1, Any.Content(disk)[Block + 512]);
        Assert.DoesNotContain(Any.Content(disk)[(Block + 513)..(2 * Block)], value => value != 0);
    }

    [Fact]
    public void A_full_table_in_any_order_is_read_and_an_overlap_in_it_found()
    {
        int[] order = [.. Enumerable.Range(0, 20).Reverse()];
        var image = new Odd.VhdImage { Block = Block, Size = 20 * Block, Order = order };
        for (var block = 0; block < 20; block++)
        {
            image.With(block);
        }

        var bytes = image.Make();
        using (var disk = VhdDisk.Open(MemoryDiskFile.FromBytes(bytes)))
        {
            Assert.Equal(image.Content, Any.Content(disk));
        }

        bytes[0x603]++;
        var error = Assert.Throws<DiskFormatException>(() => VhdDisk.Open(MemoryDiskFile.FromBytes(bytes)));
        Assert.Equal(VhdBlockTable.Name, error.Structure);
    }

    private void ReadEverywhere(byte[] buffer)
    {
        for (var offset = 0; offset + buffer.Length <= _expected.Length; offset += 3 * buffer.Length)
        {
            _disk.Read(offset, buffer);
        }
    }

    private VhdDisk Open(string name) => VhdDisk.Open(
        FileDiskFile.Open(_folder[name], readOnly: true), new DirectoryParentResolver(_folder.Path), readOnly: true);

    private void Make(string name, string? parent, int number)
    {
        var creation = Any.Creation(_expected.Length, number, Block);
        if (parent is not null)
        {
            using var below = Open(parent);
            creation = creation with { Type = VhdType.Differencing, Parent = Any.LinkTo(below, parent) };
        }

        using var disk = VhdDisk.Create(
            FileDiskFile.CreateNew(_folder[name]), creation, new DirectoryParentResolver(_folder.Path));
        for (var at = number * 9000; at < _expected.Length - 70_000; at += number * 90_000)
        {
            var data = Any.Bytes(70_000, at + number);
            disk.Write(at, data);
            data.CopyTo(_expected, at);
        }
    }
}
