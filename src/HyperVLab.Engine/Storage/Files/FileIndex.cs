using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// Finds files and folders by path, ignoring case. It is made from the table of files and holds nothing of its own.
/// </summary>
internal sealed class FileIndex
{
    private readonly Dictionary<(int Volume, string Path), Key<StoredFile>> _files = new(PathComparer.Instance);
    private readonly Dictionary<(int Volume, string Path), Folder> _folders = new(PathComparer.Instance);

    /// <summary>Indexes what the lab holds.</summary>
    public FileIndex(LabState lab)
    {
        foreach (StoredFile file in lab.StoredFiles)
        {
            Add(file);
        }
    }

    /// <summary>The file of a path, or null.</summary>
    public Key<StoredFile>? Find(Key<Volume> volume, string path) =>
        _files.TryGetValue((volume.Number, path), out Key<StoredFile> file) ? file : null;

    /// <summary>Whether files stand below a path.</summary>
    public bool IsFolder(Key<Volume> volume, string path) => _folders.ContainsKey((volume.Number, path));

    /// <summary>The path with its folders written as they are already, where they are.</summary>
    public string Spell(Key<Volume> volume, string path)
    {
        for (int end = path.LastIndexOf('\\'); end > 0; end = path.LastIndexOf('\\', end - 1))
        {
            if (_folders.TryGetValue((volume.Number, path[..end]), out Folder? folder))
            {
                return folder.Path + path[end..];
            }
        }

        return path;
    }

    /// <summary>Adds a file that the table has.</summary>
    public void Add(StoredFile file)
    {
        _files.Add((file.Volume.Number, file.Path), file.Key);
        foreach (string path in FoldersOf(file.Path))
        {
            if (!_folders.TryGetValue((file.Volume.Number, path), out Folder? folder))
            {
                _folders.Add((file.Volume.Number, path), folder = new Folder(path));
            }

            folder.Files++;
        }
    }

    /// <summary>Takes out a file that leaves the table.</summary>
    public void Remove(StoredFile file)
    {
        _files.Remove((file.Volume.Number, file.Path));
        foreach (string path in FoldersOf(file.Path))
        {
            if (--_folders[(file.Volume.Number, path)].Files == 0)
            {
                _folders.Remove((file.Volume.Number, path));
            }
        }
    }

    private static IEnumerable<string> FoldersOf(string path)
    {
        for (int end = path.LastIndexOf('\\'); end > 0; end = path.LastIndexOf('\\', end - 1))
        {
            yield return path[..end];
        }
    }

    private sealed class Folder(string path)
    {
        public string Path { get; } = path;

        public int Files { get; set; }
    }

    private sealed class PathComparer : IEqualityComparer<(int Volume, string Path)>
    {
        public static PathComparer Instance { get; } = new();

        public bool Equals((int Volume, string Path) left, (int Volume, string Path) right) =>
            left.Volume == right.Volume && StringComparer.OrdinalIgnoreCase.Equals(left.Path, right.Path);

        public int GetHashCode((int Volume, string Path) value) =>
            HashCode.Combine(value.Volume, StringComparer.OrdinalIgnoreCase.GetHashCode(value.Path));
    }
}
