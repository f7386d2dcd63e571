using System.Text;
using HyperVLab.Disks.FileSystems;

namespace HyperVLab.Disks.P2V;

/// <summary>
/// An installed Linux on a volume. Nothing of it is changed: its kernel brings the drivers of virtual machines along,
/// or its initramfs lacks them, and only the running system makes another.
/// </summary>
internal sealed class LinuxSystem
{
    private const int MaximumTextBytes = 64 * 1024;

    // Names that depend on controllers, and on the order in which disks are found.
    private static readonly string[] _devices =
        ["/dev/sd", "/dev/hd", "/dev/vd", "/dev/xvd", "/dev/nvme", "/dev/cciss", "/dev/ida", "/dev/mmcblk", "/dev/md"];

    private LinuxSystem(string name, IReadOnlyList<string> warnings)
        => (OperatingSystem, Warnings) = (name, warnings);

    /// <summary>What the system calls itself.</summary>
    public string OperatingSystem { get; }

    /// <summary>What may keep the copy from starting, as sentences.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Finds a Linux.</summary>
    /// <returns>The system; null if there is none.</returns>
    /// <exception cref="DiskFormatException">The volume is damaged on the way there.</exception>
    public static LinuxSystem? Find(IVolumeFiles volume)
    {
        var release = Lines(volume, "usr/lib/os-release") ?? Lines(volume, "etc/os-release");
        var table = Lines(volume, "etc/fstab");
        if (release is null && table is null)
        {
            return null;
        }

        const string Key = "PRETTY_NAME=";
        var name = release?.FirstOrDefault(line => line.StartsWith(Key, StringComparison.Ordinal))?[Key.Length..];
        var warnings = (table ?? []).Select(line => line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length >= 2
                && Array.Exists(_devices, device => words[0].StartsWith(device, StringComparison.Ordinal)))
            .Take(16)
            .Select(words => P2VText.Line($"/etc/fstab names {words[0]} for {words[1]}") + ": a machine's disks are "
                + "/dev/sda and so on, in the order in which they are found; name it by its UUID.");
        return new LinuxSystem(
            P2VText.Line((name ?? "Linux").Trim().Trim('"', '\'')), [.. warnings]);
    }

    private static List<string>? Lines(IVolumeFiles volume, string path)
    {
        if (volume.Find(path) is not { IsDirectory: false, LinkTarget: null, SizeBytes: <= MaximumTextBytes })
        {
            return null;
        }

        try
        {
            using var stream = volume.OpenRead(path);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return [.. reader.ReadToEnd().Split('\n').Select(line => line.Trim())];
        }
        catch (FileNotFoundException)
        {
            // A pipe or a device of that name.
            return null;
        }
    }
}
