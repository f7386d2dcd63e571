using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Tests.Vhd;

/// <summary>
/// A disk and a plain array of what it should hold. Each step changes both; <see cref="Compare"/> sees that they agree.
/// </summary>
internal sealed class DiskModel
{
    private const int MostBytes = 40 * 1024 * 1024;
    private readonly Random _random;
    private readonly IDiskFile _file;
    private readonly byte[]? _parent;
    private readonly KnownParents _parents;
    private VhdDisk _disk;

    private DiskModel(Random random, IDiskFile file, byte[]? parent, KnownParents parents)
    {
        (_random, _file, _parent, _parents) = (random, new LentFile(file), parent, parents);
        _disk = VhdDisk.Open(_file, parents);
        Bytes = new byte[_disk.SizeBytes];
        parent?.AsSpan(0, Math.Min(parent.Length, Bytes.Length)).CopyTo(Bytes);
    }

    /// <summary>What the disk should hold.</summary>
    public byte[] Bytes { get; private set; }

    /// <summary>Makes a disk of any shape in an empty file.</summary>
    public static DiskModel Make(Random random, IDiskFile file, VhdType type)
    {
        var block = 512 * 1024 << random.Next(6);
        var creation = Any.Creation(AnySize(random), 2, block) with { Type = type };
        if (type != VhdType.Differencing)
        {
            VhdDisk.Create(new LentFile(file), creation).Dispose();
            return new DiskModel(random, file, null, new KnownParents());
        }

        var parentFile = new MemoryDiskFile();
        using var parent = VhdDisk.CreateDynamic(parentFile, Any.Creation(AnySize(random)));
        for (var i = 0; i < 6; i++)
        {
            parent.Write(random.Next((int)parent.SizeBytes - 400_000), Any.Bytes(400_000, i));
        }

        parent.Flush();
        VhdDisk.CreateDifferencing(new LentFile(file), creation, Any.LinkTo(parent));
        var parents = new KnownParents().With("parent.vhd", parentFile).With("moved.vhd", parentFile);
        return new DiskModel(random, file, Any.Content(parent), parents);
    }

    /// <summary>Does one thing of many.</summary>
    public void Step()
    {
        switch (_random.Next(12))
        {
            case < 5:
                Write();
                break;
            case < 7:
                WriteZeroes();
                break;
            case 7:
                Resize();
                break;
            case 8 when _disk.Type != VhdType.Fixed:
                RemoveBlocks();
                break;
            case 9 when _disk.Type == VhdType.Differencing:
                _disk.SetParent(Link(_random.Next(2) == 0 ? "parent.vhd" : "moved.vhd"));
                break;
            case 10:
                MergeChild();
                break;
            default:
                Reopen();
                break;
        }
    }

    /// <summary>Sees that the disk, opened anew too, holds what it should and has no defect.</summary>
    public void Compare()
    {
        Assert.True(Bytes.AsSpan().SequenceEqual(Any.Content(_disk)), "The disk differs from the array.");
        CheckExtents();
        Reopen();
        Assert.True(Bytes.AsSpan().SequenceEqual(Any.Content(_disk)), "The disk differs once it is opened again.");
        Assert.Empty(DiskCheck.Run(_file, _parents, now: Any.Created));
    }

    private static int AnySize(Random random)
        => 512 * random.Next((int)(VhdLimits.MinimumSizeBytes / 512), MostBytes / 512 / (random.Next(4) + 1));

    private DiskParentLink Link(string name) => new()
    {
        Identifier = _disk.Parent!.Identifier,
        SizeBytes = _disk.SizeBytes,
        AbsolutePath = $@"C:\{new string('x', _random.Next(4) * 1000)}\{name}",
        RelativePath = _random.Next(2) == 0 ? null : $@".\{new string('y', _random.Next(4) * 10_000)}\{name}",
    };

    private (int Offset, int Count) AnyRange(int most)
    {
        var offset = _random.Next(Bytes.Length);
        return (offset, Math.Min(_random.Next(most) + 1, Bytes.Length - offset));
    }

    private void Write()
    {
        var (offset, count) = AnyRange(_random.Next(4) == 0 ? 3_000_000 : 30_000);
        var data = Any.Bytes(count, _random.Next());
        _disk.Write(offset, data);
        data.CopyTo(Bytes, offset);
    }

    private void WriteZeroes()
    {
        var (offset, count) = AnyRange(2_000_000);
        _disk.WriteZeroes(offset, count);
        Bytes.AsSpan(offset, count).Clear();
    }

    private void Resize()
    {
        var bytes = new byte[AnySize(_random)];
        _disk.Resize(bytes.Length);
        Bytes.AsSpan(0, Math.Min(bytes.Length, Bytes.Length)).CopyTo(bytes);
        Bytes = bytes;
        Assert.Equal(bytes.Length, _disk.SizeBytes);
        Assert.Equal(DiskGeometry.FromSize(bytes.Length), _disk.Footer.Geometry);
    }

    private void RemoveBlocks()
    {
        var block = _disk.BlockSizeBytes;
        var gone = Enumerable.Range(0, (Bytes.Length + block - 1) / block).Where(_ => _random.Next(3) == 0)
            .Select(number => (long)number).ToList();
        _disk.RemoveBlocks(gone, DiskWork.Unwatched);
        foreach (var number in gone)
        {
            var range = Bytes.AsSpan((int)number * block);
            range = range[..Math.Min(block, range.Length)];
            range.Clear();
            var below = _parent is null ? [] : _parent.AsSpan(Math.Min(_parent.Length, (int)number * block));
            below[..Math.Min(below.Length, range.Length)].CopyTo(range);
        }
    }

    // What a merge does, by hand: what the child holds is written into the disk below it.
    private void MergeChild()
    {
        var child = new MemoryDiskFile();
        _disk.Flush();
        VhdDisk.CreateDifferencing(child, Any.Creation(0, 3), Any.LinkTo(_disk, "disk.vhd"));
        var known = new KnownParents().With("disk.vhd", Copy(_file)).With("parent.vhd", Parents("parent.vhd"))
            .With("moved.vhd", Parents("parent.vhd"));
        using var open = VhdDisk.Open(child, known);
        for (var i = 0; i < 3; i++)
        {
            var (offset, count) = AnyRange(100_000);
            var data = Any.Bytes(count, _random.Next());
            open.Write(offset, data);
            data.CopyTo(Bytes, offset);
        }

        foreach (var extent in open.Extents(0, open.SizeBytes).Where(extent => extent.Depth == 0))
        {
            var data = new byte[extent.Length];
            open.Read(extent.Offset, data);
            _disk.Write(extent.Offset, data);
        }
    }

    private static MemoryDiskFile Copy(IDiskFile file)
    {
        var copy = new MemoryDiskFile();
        file.CopyDataTo(copy);
        return copy;
    }

    private MemoryDiskFile Parents(string name)
        => (MemoryDiskFile?)_parents.Resolve(new ParentReference { Identifier = Guid.Empty, Name = name })?.File
            ?? new MemoryDiskFile();

    private void Reopen()
    {
        _disk.Dispose();
        _disk = VhdDisk.Open(_file, _parents);
    }

    private void CheckExtents()
    {
        var at = 0L;
        foreach (var extent in _disk.Extents(0, _disk.SizeBytes))
        {
            Assert.Equal(at, extent.Offset);
            Assert.InRange(extent.Length, 1, Bytes.Length);
            var data = new byte[extent.Length];
            extent.File?.Read(extent.FileOffset, data);
            Assert.True(Bytes.AsSpan((int)at, data.Length).SequenceEqual(data), $"The extent at {at} is wrong.");
            at = extent.End;
        }

        Assert.Equal(Bytes.Length, at);
    }
}
