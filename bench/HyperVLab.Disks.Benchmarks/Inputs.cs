using System.Globalization;
using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Benchmarks;

/// <summary>The files that are measured, of fixed seeds; 10 GB. What is there already is kept.</summary>
internal sealed class Inputs(string folder)
{
    private const int BlockBytes = 2 * 1024 * 1024;
    private const long SizeBytes = 4L * 1024 * 1024 * 1024;

    private static readonly int[] _runs = [64 * 1024, 256 * 1024, 1024 * 1024, 4 * 1024 * 1024];

    public void Make()
    {
        Directory.CreateDirectory(folder);
        Make("raw4g.img", MakeRaw);
        Make("dyn4g.vhd", path => Child.Check(
            "qemu-img", "convert", "-q", "-f", "raw", "-O", "vpc", "-o", "subformat=dynamic,force_size=on",
            PathOf("raw4g.img"), path));
        Make("bloat4g.vhd", MakeBloated);
        Make("rand4k.offsets", path => File.WriteAllLines(path, Offsets(99).Select(Text)));
        Make("rand4k.qio", path => File.WriteAllLines(
            path, File.ReadLines(PathOf("rand4k.offsets")).Select(offset => $"read -q {offset} 4k")));
        Make("ntfs4g.vhd", path => new NtfsInput(folder).Make(path));
        Make("sparse4g.vmdk", path => ConvertWithQemu("monolithicSparse", path));
        Make("stream4g.vmdk", path => ConvertWithQemu("streamOptimized", path));
        Make("server4g.img", path => new NtfsInput(folder).MakeRaw(path, usedBytes: SizeBytes / 2));
        Make("chain1.vhd", path => MakeChild(path, "dyn4g.vhd", 1));
        Make("chain2.vhd", path => MakeChild(path, "chain1.vhd", 2));
    }

    private static string Text(long offset) => offset.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<long> Offsets(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++)
        {
            yield return random.NextInt64(SizeBytes / 4096) * 4096;
        }
    }

    private void ConvertWithQemu(string subformat, string path) => Child.Check(
        "qemu-img", "convert", "-q", "-f", "raw", "-O", "vmdk", "-o", $"subformat={subformat}",
        PathOf("raw4g.img"), path);

    // 4 GiB with 1 GiB of data in runs of 64 KiB to 4 MiB.
    private static void MakeRaw(string path)
    {
        var random = new Random(4242);
        using var file = FileDiskFile.CreateNew(path);
        file.SetLength(SizeBytes);
        for (var left = SizeBytes / 4; left > 0;)
        {
            var run = (int)Math.Min(left, _runs[random.Next(_runs.Length)]);
            var offset = random.NextInt64((SizeBytes - run) / 4096) * 4096;
            if (file.NextData(offset) is { } data && data.Offset < offset + run)
            {
                continue;
            }

            var bytes = new byte[run];
            random.NextBytes(bytes);
            file.Write(offset, bytes);
            left -= run;
        }
    }

    // 1024 blocks, of which 896 were overwritten with zeros and keep their places.
    private static void MakeBloated(string path)
    {
        var random = new Random(777);
        using var disk = VhdDisk.CreateDynamic(FileDiskFile.CreateNew(path), Creation(SizeBytes));
        var bytes = new byte[BlockBytes];
        for (var i = 0; i < 1024; i++)
        {
            random.NextBytes(bytes);
            disk.Write(2L * i * BlockBytes, bytes);
        }

        Array.Clear(bytes);
        for (var i = 0; i < 1024; i++)
        {
            if (i % 8 != 0)
            {
                disk.Write(2L * i * BlockBytes, bytes);
            }
        }
    }

    // A third of the random reads finds its data in each of the chain's disks.
    private void MakeChild(string path, string parentName, int number)
    {
        var parents = new DirectoryParentResolver(Path.GetFullPath(folder));
        using (var parent = VhdDisk.Open(FileDiskFile.Open(PathOf(parentName), readOnly: true), parents))
        {
            var file = FileDiskFile.CreateNew(path);
            VhdDisk.CreateDifferencing(
                file, Creation(0), DiskParentLink.To(parent, PathOf(parentName), $@".\{parentName}"));
            file.Dispose();
        }

        using var disk = VhdDisk.Open(FileDiskFile.Open(path, readOnly: false), parents);
        var bytes = new byte[4096];
        foreach (var offset in File.ReadLines(PathOf("rand4k.offsets")).Where((_, index) => index % 3 == number))
        {
            var place = long.Parse(offset, CultureInfo.InvariantCulture);
            disk.Read(place, bytes);
            disk.Write(place, bytes);
        }
    }

    private static DiskCreation Creation(long sizeBytes)
        => new() { SizeBytes = sizeBytes, Identifier = Guid.NewGuid(), Created = DateTimeOffset.UtcNow };

    private string PathOf(string name) => Path.Combine(folder, name);

    private void Make(string name, Action<string> make)
    {
        if (!File.Exists(PathOf(name)))
        {
            File.Delete(PathOf("making"));
            make(PathOf("making"));
            File.Move(PathOf("making"), PathOf(name));
        }
    }
}
