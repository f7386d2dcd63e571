using System.Diagnostics;
using System.Globalization;
using HyperVLab.Disks;

namespace HyperVLab.Benchmarks;

/// <summary>
/// Random reads of 4 KiB from a disk and its parents, at the offsets of a list. The floor of the same run reads as many
/// bytes from the file of the disk itself, at offsets spread the same way.
/// </summary>
internal sealed class RandomReads(TextWriter output)
{
    private const int ReadBytes = 4096;
    private const int Passes = 5;

    /// <summary>Measures and prints.</summary>
    /// <param name="path">The disk.</param>
    /// <param name="offsetsPath">A file with an offset a line.</param>
    public void Run(string path, string offsetsPath)
    {
        long[] offsets = [.. File.ReadLines(offsetsPath)
            .Select(line => long.Parse(line, CultureInfo.InvariantCulture))];
        var clock = Stopwatch.StartNew();
        using VirtualDisk disk = VirtualDisk.Open(
            FileDiskFile.Open(path, readOnly: true), new DirectoryParentResolver(Path.GetDirectoryName(path)!));
        Print("open", 1, clock.Elapsed, double.NaN);
        using FileDiskFile file = FileDiskFile.Open(path, readOnly: true);
        double share = (double)(file.Length - ReadBytes) / disk.SizeBytes;
        long[] inFile = [.. offsets.Select(offset => (long)(offset * share) / 512 * 512)];
        double floor = 0;
        for (int pass = 1; pass <= Passes; pass++)
        {
            TimeSpan spent = Read(file.Read, inFile);
            floor = Math.Max(floor, offsets.Length / spent.TotalSeconds);
            Print($"floor, pass {pass}", offsets.Length, spent, double.NaN);
            Print($"disk, pass {pass}", offsets.Length, Read(disk.Read, offsets), floor);
        }
    }

    private static TimeSpan Read(ReadAction read, long[] offsets)
    {
        byte[] buffer = new byte[ReadBytes];
        var clock = Stopwatch.StartNew();
        foreach (long offset in offsets)
        {
            read(offset, buffer);
        }

        return clock.Elapsed;
    }

    private void Print(string what, int count, TimeSpan spent, double floor) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what}: {spent.TotalMilliseconds:N1} ms, {count / spent.TotalSeconds:N0} a second, "
        + $"{count / spent.TotalSeconds / floor:N2} of the floor"));

    private delegate void ReadAction(long offset, Span<byte> buffer);
}
