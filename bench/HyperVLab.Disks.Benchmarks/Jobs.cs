using System.Globalization;
using HyperVLab.Disks.Operations;
using HyperVLab.Disks.P2V;
using HyperVLab.Disks.Raw;
using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Benchmarks;

/// <summary>What is measured: each job does it once, as a program that uses the library would.</summary>
internal static class Jobs
{
    private const long GigabyteBytes = 1024L * 1024 * 1024;

    private static readonly Dictionary<string, Func<string[], string>> _jobs = new(StringComparer.Ordinal)
    {
        ["start"] = _ => "",
        ["raw-to-dynamic"] = paths => Convert(paths, RawDisk.Open(Read(paths[0])), Creation(VhdType.Dynamic)),
        ["dynamic-to-raw"] = paths => Convert(
            paths, Open(paths[0]), Creation(VhdType.Fixed) with { Format = VhdFormat.Raw }),
        ["dynamic-to-fixed"] = paths => Convert(paths, Open(paths[0]), Creation(VhdType.Fixed)),
        ["dynamic-to-dynamic"] = paths => Convert(paths, Open(paths[0]), Creation(VhdType.Dynamic)),
        ["vmdk-to-dynamic"] = paths => Convert(paths, VirtualDisk.Open(Read(paths[0])), Creation(VhdType.Dynamic)),
        ["p2v"] = paths => ConvertPhysical(paths[0], paths[1]),
        ["compact"] = arguments => Compact(arguments[0], Enum.Parse<CompactionMode>(arguments[1])),
        ["read"] = paths => ReadAll(paths[0]),
        ["random"] = paths => ReadRandom(paths[0], paths[1]),
        ["create"] = arguments => Create(arguments[0], long.Parse(arguments[1], CultureInfo.InvariantCulture)),
    };

    public static IEnumerable<string> Names => _jobs.Keys;

    public static Func<string[], string>? Find(string name) => _jobs.GetValueOrDefault(name);

    /// <summary>The job once more in the same process; null for those whose writing would weigh on the next.</summary>
    public static Action? Again(string name, string[] arguments) => name switch
    {
        "read" or "random" => () => _jobs[name](arguments),
        "create" => () =>
        {
            File.Delete(arguments[0]);
            _jobs[name](arguments);
        },
        _ => null,
    };

    private static string Convert(string[] paths, VirtualDisk source, DiskCreation creation)
    {
        using (source)
        {
            using var target = FileDiskFile.CreateNew(paths[1]);
            DiskConversion.Run(source, target, creation, DiskWork.Unwatched);
            if (paths is [.., "flush"])
            {
                target.Flush();
            }

            return target.Length.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static string ConvertPhysical(string path, string target)
    {
        using var source = RawDisk.Open(Read(path), readOnly: true);
        var plan = P2VPlan.Make(source, new P2VOptions(), DiskWork.Unwatched);
        using var file = FileDiskFile.CreateNew(target);
        plan.Write(file, Creation(VhdType.Dynamic), DiskWork.Unwatched);
        return string.Create(
            CultureInfo.InvariantCulture, $"{file.Length},left-out-{plan.Report.LeftOutBytes}");
    }

    private static string Compact(string path, CompactionMode mode)
    {
        using var disk = VhdDisk.Open(FileDiskFile.Open(path, readOnly: false));
        var plan = DiskCompaction.Plan(disk, mode, null, DiskWork.Unwatched);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        DiskCompaction.Run(disk, plan, DiskWork.Unwatched);
        return string.Create(
            CultureInfo.InvariantCulture, $"{disk.FileSizeBytes},moved-in-{watch.Elapsed.TotalSeconds:F3}");
    }

    private static string ReadAll(string path)
    {
        using var disk = Open(path);
        var buffer = new byte[2 * 1024 * 1024];
        for (var offset = 0L; offset < disk.SizeBytes; offset += buffer.Length)
        {
            disk.Read(offset, buffer.AsSpan(0, (int)Math.Min(buffer.Length, disk.SizeBytes - offset)));
        }

        return disk.SizeBytes.ToString(CultureInfo.InvariantCulture);
    }

    private static string ReadRandom(string path, string offsets)
    {
        using var disk = Open(path);
        var buffer = new byte[4096];
        var hash = 0UL;
        foreach (var line in File.ReadLines(offsets))
        {
            disk.Read(long.Parse(line, CultureInfo.InvariantCulture), buffer);
            hash = (hash * 31) + BitConverter.ToUInt64(buffer) + BitConverter.ToUInt64(buffer, 4088);
        }

        return hash.ToString("X16", CultureInfo.InvariantCulture);
    }

    private static string Create(string path, long gigabytes)
    {
        using var disk = VirtualDisk.Create(
            FileDiskFile.CreateNew(path), Creation(VhdType.Dynamic) with { SizeBytes = gigabytes * GigabyteBytes });
        return disk.FileSizeBytes.ToString(CultureInfo.InvariantCulture);
    }

    private static FileDiskFile Read(string path) => FileDiskFile.Open(path, readOnly: true);

    private static VhdDisk Open(string path)
        => VhdDisk.Open(Read(path), new DirectoryParentResolver(Path.GetDirectoryName(Path.GetFullPath(path))!));

    private static DiskCreation Creation(VhdType type)
        => new() { Type = type, Identifier = Guid.NewGuid(), Created = DateTimeOffset.UtcNow };
}
