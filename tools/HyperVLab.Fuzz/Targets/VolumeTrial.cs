using HyperVLab.Disks;
using HyperVLab.Disks.FileSystems;
using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Raw;

namespace HyperVLab.Fuzz.Targets;

/// <summary>Everything that can be done with a file that may be a volume.</summary>
internal static class VolumeTrial
{
    private const int MostFiles = 300;
    private const int MostDepth = 8;
    private const int ReadBytes = 64 * 1024;

    public static void Run(MemoryDiskFile input, FuzzCase trial, Func<VirtualDisk, IVolumeFiles> open)
    {
        input.SetLength(Math.Max(512, input.Length / 512 * 512));
        using var disk = RawDisk.Open(input, readOnly: true);
        FuzzFailureException.Unless(trial.Step("detect", () => Detect(disk, trial)), "Detecting a volume throws.");
        FuzzFailureException.Unless(trial.Step("free", () => Free(disk, trial)), "Looking for free space throws.");
        trial.Step("files", () => Files(open(disk), trial));
    }

    private static void Detect(VirtualDisk disk, FuzzCase trial)
    {
        var volume = Volume.Detect(disk, 0, disk.SizeBytes);
        trial.Note($"volume {volume.FileSystem} {volume.Doubt} {volume.DoubtReason}");
        FuzzFailureException.Unless(
            volume.FreeBytes is null || (volume.FreeBytes >= 0 && volume.FreeBytes <= disk.SizeBytes),
            $"A volume of {disk.SizeBytes} bytes has {volume.FreeBytes} free ones.");
    }

    private static void Free(VirtualDisk disk, FuzzCase trial)
    {
        var map = FreeSpaceMap.Read(disk, DiskWork.Unwatched);
        var end = 0L;
        foreach (var range in map.FreeRanges(DiskWork.Unwatched).Take(100_000))
        {
            FuzzFailureException.Unless(
                range.Offset >= end && range.Length > 0 && range.End <= disk.SizeBytes, $"{range} cannot be free.");
            end = range.End;
        }

        trial.Note($"free {map.FreeBytes > 0} {map.Volumes.Count}");
    }

    private static void Files(IVolumeFiles volume, FuzzCase trial)
    {
        trial.WasOpened = true;
        var open = new Stack<(string Path, int Depth)>([("", 0)]);
        for (var i = 0; i < MostFiles && open.TryPop(out var directory);)
        {
            trial.Step("list", () =>
            {
                foreach (var file in volume.List(directory.Path).Take(MostFiles - i))
                {
                    i++;
                    trial.Note($"file {file.IsDirectory} {file.Attributes} {file.Problem}");
                    if (file.IsDirectory && directory.Depth < MostDepth)
                    {
                        open.Push((file.Path, directory.Depth + 1));
                    }

                    var streams = file.Streams.Take(4).Select(stream => $"{file.Path}:{stream}");
                    foreach (var name in streams.Append(file.Path))
                    {
                        Read(volume, name, trial);
                    }
                }
            }, typeof(DirectoryNotFoundException));
            i++;
        }
    }

    private static void Read(IVolumeFiles volume, string path, FuzzCase trial) => trial.Step("read", () =>
    {
        _ = volume.Find(path);
        using var stream = volume.OpenRead(path);
        var buffer = new byte[ReadBytes];
        var total = 0;
        for (int count; total < 4 * ReadBytes && (count = stream.Read(buffer)) > 0;)
        {
            total += count;
        }

        trial.Note($"length {new string('x', (int)Math.Log2(Math.Max(1, stream.Length)))}");
        stream.Seek(Math.Max(0, stream.Length - 5000), SeekOrigin.Begin);
        _ = stream.Read(buffer);
    }, typeof(FileNotFoundException));
}
