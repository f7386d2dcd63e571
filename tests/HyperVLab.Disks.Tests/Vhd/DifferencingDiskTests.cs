using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Tests.Vhd;

public sealed class DifferencingDiskTests : IDisposable
{
    private readonly MemoryDiskFile _parent = new();
    private readonly MemoryDiskFile _child = new();
    private readonly byte[] _expected = Any.Bytes((int)Any.Size, 9);
    private readonly KnownParents _parents;

    public DifferencingDiskTests()
    {
        using var parent = VhdDisk.CreateDynamic(_parent, Any.Creation());
        parent.Write(0, _expected);
        VhdDisk.CreateDifferencing(_child, Any.Creation(number: 2), Any.LinkTo(parent));
        _parents = new KnownParents().With("parent.vhd", _parent);
    }

    public void Dispose()
    {
        _child.Dispose();
        _parent.Dispose();
    }

    [Fact]
    public void A_new_child_reads_as_its_parent()
    {
        using var child = VhdDisk.Open(_child, _parents);
        Assert.Equal(_expected, Any.Content(child));
        Assert.Equal(Any.Identifier(1), child.Parent!.Identifier);
        Assert.True(child.Parent.IsReadOnly);
        Assert.Equal("parent.vhd", child.ParentReference!.FileName);
    }

    [Fact]
    public void What_is_written_to_the_child_hides_the_parent_and_leaves_it_alone()
    {
        var before = Any.Content(_parent);
        using (var child = VhdDisk.Open(_child, _parents))
        {
            foreach (var (offset, count) in new[] { (512, 512), (3_000_000, 1), (4_194_304 - 100, 200) })
            {
                child.Write(offset, new byte[count]);
                _expected.AsSpan(offset, count).Clear();
            }
        }

        using var again = VhdDisk.Open(_child, _parents);
        Assert.Equal(_expected, Any.Content(again));
        Assert.Equal(before, Any.Content(_parent));
    }

    [Fact]
    public void A_chain_of_twenty_disks_reads_through()
    {
        var file = _child;
        for (var number = 3; number < 22; number++)
        {
            using var disk = VhdDisk.Open(file, _parents);
            var data = Any.Bytes(5000, number);
            disk.Write(number * 100_000, data);
            data.CopyTo(_expected, number * 100_000);
            var name = $"disk{number}.avhd";
            _parents.With(name, file);
            file = new MemoryDiskFile();
            VhdDisk.CreateDifferencing(file, Any.Creation(number: number), Any.LinkTo(disk, name));
        }

        using var last = VhdDisk.Open(file, _parents);
        Assert.Equal(_expected, Any.Content(last));
    }

    [Fact]
    public void A_larger_child_reads_zeros_beyond_its_parent()
    {
        using var parent = VhdDisk.Open(_parent);
        using var file = new MemoryDiskFile();
        VhdDisk.CreateDifferencing(file, Any.Creation(Any.Size * 2, 2), Any.LinkTo(parent));
        using var child = VhdDisk.Open(file, _parents);
        var content = Any.Content(child);
        Assert.Equal(_expected, content[..(int)Any.Size]);
        Assert.DoesNotContain(content[(int)Any.Size..], value => value != 0);
    }

    [Fact]
    public void A_child_without_its_parent_is_refused()
    {
        var error = Assert.Throws<DiskParentException>(() => VhdDisk.Open(_child));
        Assert.Equal(DiskParentProblem.Missing, error.Problem);
        Assert.Contains("parent.vhd", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_disk_under_the_parents_name_is_refused()
    {
        var other = new MemoryDiskFile();
        VhdDisk.CreateDynamic(other, Any.Creation(number: 99)).Dispose();
        var parents = new KnownParents().With("parent.vhd", other);
        var error = Assert.Throws<DiskParentException>(() => VhdDisk.Open(_child, parents));
        Assert.Equal(DiskParentProblem.IdentifierMismatch, error.Problem);
    }

    [Fact]
    public void A_chain_without_end_is_refused()
    {
        var endless = new EndlessParents();
        var error = Assert.Throws<DiskParentException>(() => VhdDisk.Open(EndlessParents.Make(1), endless));
        Assert.Equal(DiskParentProblem.TooDeep, error.Problem);
    }

    private sealed class EndlessParents : IParentResolver
    {
        private int _number = 1;

        public static MemoryDiskFile Make(int number)
        {
            var file = new MemoryDiskFile();
            var link = new DiskParentLink
            {
                Identifier = Any.Identifier(number + 1), SizeBytes = Any.Size, AbsolutePath = "next.vhd",
            };
            VhdDisk.CreateDifferencing(file, Any.Creation(number: number), link);
            return file;
        }

        public ParentFile? Resolve(ParentReference reference) => new(Make(++_number), this);
    }
}
