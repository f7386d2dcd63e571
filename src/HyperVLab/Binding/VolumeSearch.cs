using System.Management.Automation;
using HyperVLab.Disks;
using HyperVLab.Disks.FileSystems;

namespace HyperVLab.Binding;

/// <summary>Finds files of a volume inside a disk by paths with wildcards, as Get-ChildItem finds those of a
/// drive.</summary>
/// <param name="files">The volume.</param>
/// <param name="showsHidden">Whether hidden and system files are found by wildcards and in folders.</param>
/// <param name="damaged">What is told of a folder that cannot be listed.</param>
internal sealed class VolumeSearch(IVolumeFiles files, bool showsHidden, Action<string, DiskFormatException> damaged)
{
    // Deeper than any path of Windows, so that a damaged volume has an end (ours).
    private const int MaximumDepth = 512;

    private static readonly char[] s_separators = ['\\', '/'];

    /// <summary>What the wildcards of a path match.</summary>
    /// <param name="path">The path in the volume.</param>
    /// <param name="recurse">Whether its last name is looked for in all folders below, too.</param>
    /// <exception cref="DiskFormatException">A folder on the way is damaged.</exception>
    public IEnumerable<VolumeFile> Match(string path, bool recurse)
    {
        string[] names = path.Split(s_separators, StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0)
        {
            return [];
        }

        IEnumerable<string> folders = [string.Empty];
        foreach (string name in names[..^1])
        {
            folders = WildcardPattern.ContainsWildcardCharacters(name)
                ? folders.SelectMany(folder => Matching(folder, name)).Where(CanEnter).Select(static file => file.Path)
                : folders.Select(folder => $"{folder}\\{name}");
        }

        string last = names[^1];
        if (!WildcardPattern.ContainsWildcardCharacters(last))
        {
            return folders.Select(folder => files.Find($"{folder}\\{last}")).OfType<VolumeFile>();
        }

        return recurse
            ? folders.Select(files.Find).OfType<VolumeFile>().SelectMany(folder => MatchingBelow(folder, last))
            : folders.SelectMany(folder => Matching(folder, last));
    }

    /// <summary>What is in a folder, and then what is in the folders below it, but not behind links.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="recurse">Whether to look into the folders in it.</param>
    public IEnumerable<VolumeFile> Under(VolumeFile folder, bool recurse) => Under(folder, recurse, [folder.Number]);

    /// <summary>Whether a folder can be gone into: no link, whose target need not be on this volume.</summary>
    public static bool CanEnter(VolumeFile file) => file.IsDirectory && file.Problem is null && file.LinkTarget is null
        && !file.Attributes.HasFlag(FileAttributes.ReparsePoint) && file.Name.IndexOfAny(s_separators) < 0;

    private IEnumerable<VolumeFile> Matching(string folder, string name)
    {
        var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
        return List(folder).Where(file => pattern.IsMatch(file.Name));
    }

    private IEnumerable<VolumeFile> MatchingBelow(VolumeFile folder, string name)
    {
        var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
        return Under(folder, recurse: true).Where(file => pattern.IsMatch(file.Name));
    }

    private IEnumerable<VolumeFile> Under(VolumeFile folder, bool recurse, List<long> way)
    {
        List<VolumeFile> folders = [];
        foreach (VolumeFile file in List(folder.Path))
        {
            yield return file;
            if (recurse && CanEnter(file) && !way.Contains(file.Number) && way.Count < MaximumDepth)
            {
                folders.Add(file);
            }
        }

        foreach (VolumeFile file in folders)
        {
            way.Add(file.Number);
            foreach (VolumeFile below in Under(file, recurse, way))
            {
                yield return below;
            }

            way.RemoveAt(way.Count - 1);
        }
    }

    private IEnumerable<VolumeFile> List(string folder)
    {
        using IEnumerator<VolumeFile> entries = Begin(folder);
        while (Next(entries, folder))
        {
            if (showsHidden || (entries.Current.Attributes & (FileAttributes.Hidden | FileAttributes.System)) == 0)
            {
                yield return entries.Current;
            }
        }
    }

    private IEnumerator<VolumeFile> Begin(string folder)
    {
        try
        {
            return files.List(folder).GetEnumerator();
        }
        catch (DirectoryNotFoundException)
        {
            return Enumerable.Empty<VolumeFile>().GetEnumerator();
        }
        catch (DiskFormatException damage)
        {
            damaged(folder, damage);
            return Enumerable.Empty<VolumeFile>().GetEnumerator();
        }
    }

    private bool Next(IEnumerator<VolumeFile> entries, string folder)
    {
        try
        {
            return entries.MoveNext();
        }
        catch (DiskFormatException damage)
        {
            damaged(folder, damage);
            return false;
        }
    }
}
