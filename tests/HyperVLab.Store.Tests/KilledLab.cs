using HyperVLab.Engine;
using HyperVLab.Engine.Files;

namespace HyperVLab.Store.Tests;

/// <summary>
/// A lab that is given the inputs of a journal while pictures of its folder are taken between its writes: each is
/// what a kill in that moment would have left.
/// </summary>
internal sealed class KilledLab
{
    private readonly JournalFile _journal;
    private readonly HashSet<int> _moments;
    private readonly string _folder;
    private readonly string _pictures;
    private readonly List<(string Folder, int Reported)> _taken = [];
    private readonly List<bool> _all = [];
    private int _reported;

    private KilledLab(JournalFile journal, string folder, HashSet<int> moments)
    {
        _journal = journal;
        _moments = moments;
        _folder = Path.Combine(folder, "lab");
        _pictures = Path.Combine(folder, "pictures");
    }

    /// <summary>The moments between two writes: whether a disk was written.</summary>
    public IReadOnlyList<bool> Moments => _all;

    /// <summary>The pictures, with how many inputs had been reported.</summary>
    public IReadOnlyList<(string Folder, int Reported)> Pictures => _taken;

    /// <summary>Gives a lab the inputs of a journal.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="folder">Where the lab and the pictures will be.</param>
    /// <param name="moments">In which moments pictures are taken.</param>
    /// <param name="settings">How the lab is kept.</param>
    public static KilledLab Play(JournalFile journal, string folder, IEnumerable<int> moments, KeepingSettings settings)
    {
        var killed = new KilledLab(journal, folder, [.. moments]);
        killed.Play(settings with { BetweenWrites = killed.Look });
        return killed;
    }

    private void Play(KeepingSettings settings)
    {
        using StoredLab stored = StoredLab.Create(
            _folder, disks => new Lab(_journal.Name, _journal.Seed, disks), settings);
        foreach (JournalEntry entry in _journal.Entries)
        {
            stored.Lab.Repeat(entry);
            stored.Lab.Keeper!.Flush();
            _reported++;
        }

        stored.Lab.RepeatEvents(_journal.Applied);
        stored.Lab.Keeper!.Flush();
    }

    private void Look(bool isDisk)
    {
        _all.Add(isDisk);
        if (_moments.Contains(_all.Count - 1))
        {
            string picture = Path.Combine(_pictures, $"{_taken.Count}");
            Copy(_folder, picture);
            _taken.Add((picture, _reported));
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string folder in Directory.GetDirectories(from, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        }

        foreach (string file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            CopyOpen(file, Path.Combine(to, Path.GetRelativePath(from, file)));
        }
    }

    // What nobody wrote stays a hole.
    private static void CopyOpen(string from, string to)
    {
        using var source = File.OpenHandle(
            from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var target = File.OpenHandle(to, FileMode.CreateNew, FileAccess.Write);
        long length = RandomAccess.GetLength(source);
        byte[] buffer = new byte[1 << 20];
        for (long offset = 0; offset < length;)
        {
            int count = RandomAccess.Read(source, buffer, offset);
            if (buffer.AsSpan(0, count).ContainsAnyExcept((byte)0))
            {
                RandomAccess.Write(target, buffer.AsSpan(0, count), offset);
            }

            offset += count;
        }

        RandomAccess.SetLength(target, length);
    }
}
