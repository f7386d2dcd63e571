using HyperVLab.Disks;
using HyperVLab.Disks.Tests.Vmdk;

namespace HyperVLab.Fuzz.Targets;

/// <summary>VMDKs: descriptors, headers, grain directories and tables, compressed grains.</summary>
internal sealed class VmdkTarget : FuzzTarget
{
    private const int SizeBytes = 1100 * VmdkImage.GrainBytes;

    private readonly MemoryDiskFile _sparse = VmdkImage.Extent(Content(), descriptor: null);

    public override string Name => "vmdk";

    public override IEnumerable<MemoryDiskFile> Seeds()
    {
        var line = VmdkImage.Sparse(SizeBytes, "s");
        yield return VmdkImage.Extent(Content(), VmdkImage.Descriptor(line), zeroed: true);
        yield return VmdkImage.Stream(Content(), VmdkImage.Descriptor(line, "streamOptimized"));
        yield return VmdkImage.Text(VmdkImage.Descriptor($"{line}\nRW 30 ZERO\nRW 500 FLAT \"f\" 2"));
        yield return _sparse.Clone();
    }

    public override bool Takes(string path, ReadOnlySpan<byte> start)
        => start.StartsWith("KDMV"u8) || start.StartsWith("# Disk DescriptorFile"u8);

    public override IReadOnlyList<ByteRange> Hot(MemoryDiskFile input) =>
    [
        new(0, 80), new(0, 300), new(512, 300), new(21 * 512, 64), new(22 * 512, 64), new(30 * 512, 64),
        new(Math.Max(0, input.Length - 1024), 80), new(Math.Max(0, input.Length - 8192), 4096),
    ];

    // An extent alone is looked at as a part of a good disk.
    public override void Run(MemoryDiskFile input, FuzzCase trial)
    {
        var isPart = input.Length >= 36 && DescriptorSector(input) == 0;
        var descriptor = VmdkImage.Text(VmdkImage.Descriptor(VmdkImage.Sparse(SizeBytes, "s")));
        new DiskTrial(trial, isPart ? descriptor : input, new Parts(isPart ? input : _sparse)).Run();
    }

    private static long DescriptorSector(MemoryDiskFile input)
    {
        var start = new byte[36];
        input.Read(0, start);
        return start.AsSpan().StartsWith("KDMV"u8) ? BitConverter.ToInt64(start, 28) : -1;
    }

    private static byte[] Content()
    {
        var content = new byte[SizeBytes];
        PartitionTarget.Record((0x07, 2048, 2048)).CopyTo(content, 0);
        GoodVolumes.Ntfs(512).AsSpan(0, 512 * 1024).CopyTo(content.AsSpan(GoodDisks.Megabyte));
        GoodDisks.Bytes(20_000, 5).CopyTo(content, 700_000);
        GoodDisks.Bytes(512, 4).CopyTo(content, SizeBytes - 512);
        return content;
    }

    private sealed class Parts(MemoryDiskFile sparse) : IParentResolver
    {
        public ParentFile? Resolve(ParentReference reference) => null;

        public IDiskFile? OpenPart(string name) => name switch
        {
            "s" => sparse,
            "f" => MemoryDiskFile.FromBytes(GoodDisks.Bytes(300_000, 8)),
            _ => null,
        };
    }
}
