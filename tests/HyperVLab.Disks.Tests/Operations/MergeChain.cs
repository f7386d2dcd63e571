using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.Tests.Operations;

/// <summary>A chain in memory, and beside it the plain bytes that each of its disks must show.</summary>
internal sealed class MergeChain
{
    private readonly List<MemoryDiskFile> _files = [];
    private readonly List<byte[]> _contents = [];

    private VhdFormat _format;

    private MergeChain()
    {
    }

    public int Count => _files.Count;

    public MemoryDiskFile FileOf(int disk) => _files[disk];

    public byte[] ContentOf(int disk) => _contents[disk];

    /// <summary>Makes a chain of random disks, the base first; sizes differ if asked for.</summary>
    public static MergeChain Make(Random random, int count, bool grows = false)
    {
        var chain = new MergeChain { _format = random.Next(2) == 0 ? VhdFormat.VHD : VhdFormat.VHDX };
        var size = Conversions.Size(random);
        for (var number = 0; number < count; number++)
        {
            size += grows ? 512 * random.Next(3000) : 0;
            chain.Add(random, number, size);
        }

        return chain;
    }

    /// <summary>Opens a disk for reading, over other bytes for one of the chain's files if given.</summary>
    public VirtualDisk Open(int disk, int changed = -1, MemoryDiskFile? bytes = null)
        => VirtualDisk.Open(
            new LentFile(disk == changed ? bytes! : _files[disk], readOnly: true), Parents(changed, bytes));

    /// <summary>Merges a disk into another below, which stands in a given file.</summary>
    public void Merge(int child, int destination, IDiskFile file, DiskWork work)
    {
        var parents = Parents();
        using var target = VirtualDisk.Open(new LentFile(file), parents);
        var chain = new MergeParents(parents, target.LinkIdentifier, file, parents);
        using var source = VirtualDisk.Open(new LentFile(_files[child], readOnly: true), chain);
        DiskMerge.Run(source, child - destination, target, work);
    }

    private static string NameOf(int number) => $"{number}.vhd";

    private LentParents Parents(int changed = -1, MemoryDiskFile? bytes = null)
    {
        var parents = new LentParents();
        for (var i = 0; i < _files.Count; i++)
        {
            parents.Add(NameOf(i), i == changed ? bytes! : _files[i]);
        }

        return parents;
    }

    private void Add(Random random, int number, int size)
    {
        var file = new MemoryDiskFile();
        var creation = Any.Creation(size, number + 1, (1024 * 1024) << random.Next(3)) with
        {
            Format = _format, Type = random.Next(3) == 0 ? VhdType.Fixed : VhdType.Dynamic,
        };
        var content = new byte[size];
        if (number > 0)
        {
            using var parent = Open(number - 1);
            creation = creation with
            {
                Type = VhdType.Differencing, Parent = Any.LinkTo(parent, NameOf(number - 1)),
            };
            var shown = Math.Min(size, _contents[number - 1].Length);
            _contents[number - 1].AsSpan(0, shown).CopyTo(content);
        }

        VirtualDisk.Create(new LentFile(file), creation, Parents()).Dispose();
        _files.Add(file);
        _contents.Add(content);
        using var disk = VirtualDisk.Open(new LentFile(file), Parents());
        Scatter(random, disk, content);
    }

    private static void Scatter(Random random, VirtualDisk disk, byte[] content)
    {
        for (var i = 0; i < 8; i++)
        {
            var at = random.Next(content.Length);
            var bytes = new byte[random.Next(Math.Min(content.Length - at, 400_000)) + 1];
            if (random.Next(4) != 0)
            {
                random.NextBytes(bytes);
            }

            disk.Write(at, bytes);
            bytes.CopyTo(content, at);
        }

        var hidden = random.Next(content.Length);
        disk.WriteZeroes(hidden, content.Length - hidden);
        content.AsSpan(hidden).Clear();
    }
}
