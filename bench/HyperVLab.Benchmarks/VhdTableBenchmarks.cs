using BenchmarkDotNet.Attributes;
using HyperVLab.Disks;
using HyperVLab.Disks.Vhd;

namespace HyperVLab.Benchmarks;

/// <summary>
/// Making and opening the largest dynamic disk, whose table has a million entries, beside writing 4 MB to a file.
/// </summary>
public class VhdTableBenchmarks
{
    private const int TableBytes = 4 * 1044480;
    private readonly string _folder = Directory.CreateTempSubdirectory("hypervlab-bench-").FullName;
    private readonly byte[] _table = new byte[TableBytes];

    private string Full => Path.Combine(_folder, "full.vhd");

    [GlobalSetup]
    public void Setup()
    {
        // Entries in an order that sorting does not like, in a file that is one hole but for them.
        Create(Full);
        using FileDiskFile file = FileDiskFile.Open(Full, readOnly: false);
        const long Sectors = 4096 + 8;
        const long First = 8192 + 7;
        for (long block = 0; block < TableBytes / 4; block++)
        {
            uint place = (uint)(First + (block * 7919 % (TableBytes / 4) * Sectors));
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(_table.AsSpan((int)block * 4), place);
        }

        byte[] footer = new byte[512];
        file.Read(0, footer);
        file.Write((First + (TableBytes / 4 * Sectors)) * 512, footer);
        file.Write(0x2000, _table);
    }

    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(_folder, recursive: true);

    [Benchmark(Baseline = true)]
    public void Floor()
    {
        using (var file = FileDiskFile.CreateNew(Path.Combine(_folder, "floor")))
        {
            file.Write(0, _table);
        }

        File.Delete(Path.Combine(_folder, "floor"));
    }

    [Benchmark]
    public void CreateLargest()
    {
        Create(Path.Combine(_folder, "new.vhd"));
        File.Delete(Path.Combine(_folder, "new.vhd"));
    }

    [Benchmark]
    public long OpenFullTable()
    {
        using VirtualDisk disk = VirtualDisk.Open(FileDiskFile.Open(Full, readOnly: true));
        return disk.SizeBytes;
    }

    private static void Create(string path)
    {
        FileDiskFile file = FileDiskFile.CreateNew(path);
        VhdDisk.CreateDynamic(file, new DiskCreation
        {
            SizeBytes = VhdLimits.MaximumSizeBytes, Identifier = new Guid(1, 2, 3, new byte[8]),
            Created = DateTimeOffset.UnixEpoch.AddYears(50),
        }).Dispose();
    }
}
