using HyperVLab.Disks.Vhdx;

namespace HyperVLab.Disks.Tests.Vhdx;

public class DifferencingTests
{
    private readonly MemoryDiskFile _parent;
    private readonly MemoryDiskFile _child;
    private readonly byte[] _expected = Any.Bytes((int)AnyVhdx.Size, 9);
    private readonly KnownParents _parents;

    public DifferencingTests()
    {
        _parent = AnyVhdx.Make(AnyVhdx.Creation(), disk => disk.Write(0, _expected));
        _child = AnyVhdx.MakeChild(_parent, AnyVhdx.Creation(size: 0, number: 2, block: 0));
        _parents = new KnownParents().With("parent.vhdx", _parent);
    }

    [Fact]
    public void A_new_child_reads_as_its_parent()
    {
        using var child = VhdxDisk.Open(_child, _parents);
        Assert.Equal(_expected, Any.Content(child));
        Assert.Equal(Any.Identifier(1), child.Parent!.Identifier);
        Assert.True(child.Parent.IsReadOnly);
        Assert.Equal(2 * AnyVhdx.Megabyte, child.BlockSizeBytes);
        Assert.Equal((@".\parent.vhdx", @"C:\lab\parent.vhdx"), (
            child.ParentReference!.RelativePath, child.ParentReference.AbsolutePath));
    }

    [Fact]
    public void What_is_written_to_the_child_hides_the_parent_and_leaves_it_alone()
    {
        var before = Any.Content(_parent);
        using (var child = VhdxDisk.Open(_child, _parents))
        {
            foreach (var (offset, count) in new[] { (512, 512), (3_000_000, 1), (4_194_304 - 100, 200) })
            {
                child.Write(offset, new byte[count]);
                _expected.AsSpan(offset, count).Clear();
            }
        }

        using var again = VhdxDisk.Open(_child, _parents);
        Assert.Equal(_expected, Any.Content(again));
        Assert.Equal(before, Any.Content(_parent));
    }

    [Fact]
    public void Sectors_of_the_child_have_their_bit_set_lowest_bit_first()
    {
        using (var child = VhdxDisk.Open(_child, _parents))
        {
            child.Write(512, Any.Bytes(1024, 1));
            child.Write((2 * AnyVhdx.Megabyte) + 512, Any.Bytes(512, 1));
        }

        // The first thing that the child gets is its sector bitmap, after the table at 3 MB.
        var bitmap = Any.Content(_child).AsSpan(4 * AnyVhdx.Megabyte, AnyVhdx.Megabyte);
        Assert.Equal((0x06, 0x02), (bitmap[0], bitmap[4096 / 8]));
        Assert.Equal(2, bitmap.ToArray().Count(value => value != 0));
    }

    [Fact]
    public void Zeros_of_the_child_hide_the_parent()
    {
        using var child = VhdxDisk.Open(_child, _parents);
        child.WriteZeroes(0, 5 * AnyVhdx.Megabyte);
        var extents = child.Extents(0, child.SizeBytes).ToList();
        Assert.Equal((true, 0, 4L * AnyVhdx.Megabyte), (extents[0].IsZero, extents[0].Depth, extents[0].Length));
        Assert.DoesNotContain(Any.Content(child)[..(5 * AnyVhdx.Megabyte)], value => value != 0);
        Assert.Equal(_expected[(5 * AnyVhdx.Megabyte)..], Any.Content(child)[(5 * AnyVhdx.Megabyte)..]);
    }

    [Fact]
    public void A_chain_of_ten_disks_reads_through()
    {
        var file = _child;
        for (var number = 3; number < 12; number++)
        {
            using var disk = VhdxDisk.Open(file, _parents);
            var data = Any.Bytes(5000, number);
            disk.Write(number * 300_000, data);
            data.CopyTo(_expected, number * 300_000);
            var name = $"disk{number}.avhdx";
            _parents.With(name, file);
            file = new MemoryDiskFile();
            VhdxDisk.CreateDifferencing(
                file, AnyVhdx.Creation(size: 0, number: number, block: 0), Any.LinkTo(disk, name));
        }

        using var last = VhdxDisk.Open(file, _parents);
        Assert.Equal(_expected, Any.Content(last));
    }

    [Fact]
    public void A_parent_that_was_written_no_longer_fits_its_child()
    {
        using (var parent = VhdxDisk.Open(_parent))
        {
            var before = parent.LinkIdentifier;
            parent.Write(0, [1]);
            Assert.NotEqual(before, parent.LinkIdentifier);
        }

        var error = Assert.Throws<DiskParentException>(() => VhdxDisk.Open(_child, _parents));
        Assert.Equal(DiskParentProblem.IdentifierMismatch, error.Problem);
    }

    [Fact]
    public void A_parent_that_was_only_opened_or_keeps_its_link_still_fits()
    {
        VhdxDisk.Open(_parent).Dispose();
        using (var parent = VhdxDisk.Open(_parent))
        {
            parent.KeepLinkIdentifier();
            parent.Write(AnyVhdx.Size - 1, [_expected[^1]]);
        }

        using var child = VhdxDisk.Open(_child, _parents);
        Assert.Equal(_expected, Any.Content(child));
    }

    [Fact]
    public void A_child_can_be_told_of_another_parent_and_of_longer_paths()
    {
        using (var child = VhdxDisk.Open(_child, _parents))
        {
            child.Write(700, [5]);
            _expected[700] = 5;
            var link = Any.LinkTo(child.Parent!, "moved.vhdx");
            child.SetParent(link with { AbsolutePath = $@"C:\{new string('x', 300)}\moved.vhdx" });
            child.SetParent(link with { RelativePath = @"..\moved.vhdx" });
        }

        var error = Assert.Throws<DiskParentException>(() => VhdxDisk.Open(_child, _parents));
        Assert.Equal(DiskParentProblem.Missing, error.Problem);
        using var again = VhdxDisk.Open(_child, new KnownParents().With("moved.vhdx", _parent));
        Assert.Equal(@"..\moved.vhdx", again.ParentReference!.RelativePath);
        Assert.Equal(_expected, Any.Content(again));
    }

    [Fact]
    public void A_child_without_its_parent_is_refused()
    {
        var error = Assert.Throws<DiskParentException>(() => VhdxDisk.Open(_child));
        Assert.Equal(DiskParentProblem.Missing, error.Problem);
        Assert.Contains("parent.vhdx", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disk_that_is_its_own_parent_is_refused()
    {
        using (var child = VhdxDisk.Open(_child, _parents))
        {
            child.SetParent(Any.LinkTo(child, "child.vhdx"));
        }

        var error = Assert.Throws<DiskParentException>(
            () => VhdxDisk.Open(_child, new KnownParents().With("child.vhdx", _child)));
        Assert.Equal(DiskParentProblem.Loop, error.Problem);
    }

    [Fact]
    public void The_second_linkage_is_good_too()
    {
        var linkage = VhdxHeaders.Read(_parent).Current.DataWriteIdentifier;
        var entries = new Dictionary<string, string>
        {
            [VhdxParentLocator.Linkage] = Guid.Empty.ToString("B"),
            [VhdxParentLocator.Linkage2] = linkage.ToString("B"),
            [VhdxParentLocator.VolumePath] = @"\\?\Volume{26a21bda-a627-11d7-9931-806e6f6e6963}\parent.vhdx",
        };
        var metadata = VhdxStructure.Read(_child, replay: false).Metadata;
        var locator = new VhdxParentLocator(entries).ToBytes();
        _child.Write(metadata.LocatorOffset, locator);
        var items = metadata.Items.Select(item => item.Identifier == VhdxIdentifiers.ParentLocator
            ? item with { LengthBytes = (uint)locator.Length }
            : item);
        _child.Write(metadata.Region.Offset, VhdxMetadataTable.ToBytes([.. items]));
        using var child = VhdxDisk.Open(_child, _parents, readOnly: true);
        Assert.Equal(entries[VhdxParentLocator.VolumePath], child.ParentReference!.AbsolutePath);
        Assert.Equal(_expected, Any.Content(child));
        Assert.Equal(DiskChainState.Healthy, DiskChain.Read(_child, _parents)[^1].State);
    }
}
