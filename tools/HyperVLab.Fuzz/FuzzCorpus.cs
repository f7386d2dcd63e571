using HyperVLab.Disks;

namespace HyperVLab.Fuzz;

/// <summary>The files that changes start from: good ones, and changed ones that led somewhere new.</summary>
internal sealed class FuzzCorpus
{
    private const int MostFound = 200;
    private const long MostBytes = 4 * 1024 * 1024;

    private readonly List<MemoryDiskFile> _good;
    private readonly List<MemoryDiskFile> _found = [];
    private readonly HashSet<string> _fates = [];

    public FuzzCorpus(FuzzTarget target, string? folder)
    {
        _good = [.. target.Seeds(), .. folder is null ? [] : FromFolder(target, folder)];
    }

    /// <summary>The good files.</summary>
    public IReadOnlyList<MemoryDiskFile> Good => _good;

    /// <summary>How many good files there are.</summary>
    public int GoodCount => _good.Count;

    /// <summary>How many changed ones were kept.</summary>
    public int FoundCount => _found.Count;

    /// <summary>How many fates of steps were seen.</summary>
    public int FateCount => _fates.Count;

    public MemoryDiskFile Pick(Random random) => _found.Count > 0 && random.Next(2) == 0
        ? _found[random.Next(_found.Count)]
        : _good[random.Next(_good.Count)];

    /// <summary>Keeps a file if what became of it is new.</summary>
    public void Learn(MemoryDiskFile input, FuzzCase trial, Random random)
    {
        var before = _fates.Count;
        _fates.UnionWith(trial.Fates);
        if (_fates.Count == before || input.AllocatedBytes > MostBytes)
        {
            return;
        }

        if (_found.Count < MostFound)
        {
            _found.Add(input);
        }
        else
        {
            _found[random.Next(_found.Count)] = input;
        }
    }

    private static IEnumerable<MemoryDiskFile> FromFolder(FuzzTarget target, string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal))
        {
            using var file = FileDiskFile.Open(path, readOnly: true);
            var start = new byte[(int)Math.Min(4096, file.Length)];
            file.Read(0, start);
            if (target.Takes(path, start))
            {
                var copy = new MemoryDiskFile();
                file.CopyDataTo(copy);
                if (copy.AllocatedBytes <= MostBytes)
                {
                    yield return copy;
                }
            }
        }
    }
}
