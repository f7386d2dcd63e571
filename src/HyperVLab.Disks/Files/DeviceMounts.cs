namespace HyperVLab.Disks;

/// <summary>Says whether a disk of this computer is in use, where the system tells.</summary>
public static class DeviceMounts
{
    private const string Table = "/proc/self/mounts"; // proc_pid_mounts(5)

    /// <summary>The folders where volumes of a disk are mounted; none where that is not known.</summary>
    /// <param name="path">The disk's or a partition's device, such as /dev/sdb.</param>
    public static IReadOnlyList<string> Of(string path)
    {
        try
        {
            return File.Exists(Table) ? [.. Of(path, File.ReadLines(Table))] : [];
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    internal static IEnumerable<string> Of(string path, IEnumerable<string> table)
        => table.Select(line => line.Split(' ')).Where(words => words.Length > 1 && IsPart(words[0], path))
            .Select(words => words[1].Replace("\\040", " ", StringComparison.Ordinal));

    // /dev/sdb2 is a part of /dev/sdb, and /dev/nvme0n1p2 of /dev/nvme0n1.
    private static bool IsPart(string device, string disk)
    {
        if (!device.StartsWith(disk, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = device[disk.Length..];
        rest = rest.StartsWith('p') && char.IsAsciiDigit(disk[^1]) ? rest[1..] : rest;
        return device == disk || (rest.Length > 0 && rest.All(char.IsAsciiDigit)
            && (!char.IsAsciiDigit(disk[^1]) || device[disk.Length] == 'p'));
    }
}
