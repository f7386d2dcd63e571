using HyperVLab.Disks;
using HyperVLab.Disks.FileSystems;

namespace HyperVLab.Tests.Binding;

/// <summary>A damaged volume: each folder has files, and a folder that is the root again.</summary>
internal sealed class LoopingVolume : IVolumeFiles
{
    public string FileSystem => "test";

    public string Label => "";

    /// <summary>Whether every folder has a number of its own, so that nothing shows that they are one.</summary>
    public bool Lies { get; init; }

    public IEnumerable<VolumeFile> List(string path)
    {
        if (path.EndsWith("broken", StringComparison.Ordinal))
        {
            throw new DiskFormatException("directory", 0, "it is broken");
        }

        yield return File(path, "file.txt", 10);
        yield return File(path, "hidden.txt", 11) with { Attributes = FileAttributes.Hidden };
        yield return File(path, "loop", Lies ? path.Length + 100 : 5) with { IsDirectory = true };
        yield return File(path, "link", 12) with { IsDirectory = true, LinkTarget = "C:\\" };
        yield return File(path, "a\\b", 13) with { IsDirectory = true };
        yield return File(path, "broken", 14) with { IsDirectory = true };
    }

    public VolumeFile? Find(string path) => path.Length == 0
        ? new VolumeFile { Name = "", Path = "", IsDirectory = true, Number = 5 }
        : null;

    public Stream OpenRead(string path) => Stream.Null;

    private static VolumeFile File(string folder, string name, long number) =>
        new() { Name = name, Path = $"{folder}\\{name}", Number = number };
}
