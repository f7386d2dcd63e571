using BenchmarkDotNet.Attributes;
using HyperVLab.Disks;
using HyperVLab.Disks.Vhd;

namespace HyperVLab.Benchmarks;

/// <summary>Random reads of 4 KiB through a disk and through a chain of three, beside the plain file.</summary>
public class VhdReadBenchmarks
{
    private const int Reads = 1_000;
    private const int SizeBytes = 512 * 1024 * 1024;
    private const int StepBytes = 64 * 1024;
    private readonly string _folder = Directory.CreateTempSubdirectory("hypervlab-bench-").FullName;
    private readonly byte[] _buffer = new byte[4096];
    private readonly long[] _offsets = new long[Reads];
    private FileDiskFile _file = null!;
    private VirtualDisk _disk = null!;
    private VirtualDisk _chain = null!;

    [GlobalSetup]
    public void Setup()
    {
        for (int i = 0; i < Reads; i++)
        {
            _offsets[i] = i * 7919L * _buffer.Length % (SizeBytes - StepBytes);
        }

        string[] names = ["base.vhd", "child.avhd", "grandchild.avhd"];
        for (int depth = 0; depth < names.Length; depth++)
        {
            Make(names[depth], depth == 0 ? null : names[depth - 1], depth);
        }

        _file = FileDiskFile.Open(Path.Combine(_folder, names[0]), readOnly: true);
        _disk = Open(names[0], readOnly: true);
        _chain = Open(names[2], readOnly: true);
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _file.Dispose();
        _disk.Dispose();
        _chain.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Reads)]
    public void Floor()
    {
        foreach (long offset in _offsets)
        {
            _file.Read(offset, _buffer);
        }
    }

    [Benchmark(OperationsPerInvoke = Reads)]
    public void Dynamic() => Read(_disk);

    [Benchmark(OperationsPerInvoke = Reads)]
    public void ChainOfThree() => Read(_chain);

    private void Read(VirtualDisk disk)
    {
        foreach (long offset in _offsets)
        {
            disk.Read(offset, _buffer);
        }
    }

    // The base holds everything; each child has every third piece of 64 KiB, so that reads go to all three.
    private void Make(string name, string? parent, int depth)
    {
        DiskParentLink? link = null;
        if (parent is not null)
        {
            using VirtualDisk below = Open(parent, readOnly: true);
            link = DiskParentLink.To(below, @"C:\" + parent, @".\" + parent);
        }

        var creation = new DiskCreation
        {
            SizeBytes = SizeBytes, Type = link is null ? VhdType.Dynamic : VhdType.Differencing, Parent = link,
            Identifier = new Guid(depth + 1, 0, 0, new byte[8]), Created = DateTimeOffset.UnixEpoch.AddYears(50),
        };
        FileDiskFile file = FileDiskFile.CreateNew(Path.Combine(_folder, name));
        using VhdDisk disk = VhdDisk.Create(file, creation, new DirectoryParentResolver(_folder));
        byte[] piece = new byte[StepBytes];
        Array.Fill(piece, (byte)(depth + 1));
        for (int step = depth; step < SizeBytes / StepBytes; step += depth == 0 ? 1 : 3)
        {
            disk.Write(step * (long)StepBytes, piece);
        }
    }

    private VirtualDisk Open(string name, bool readOnly) => VirtualDisk.Open(
        FileDiskFile.Open(Path.Combine(_folder, name), readOnly), new DirectoryParentResolver(_folder), readOnly);
}
