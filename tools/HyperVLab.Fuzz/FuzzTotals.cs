namespace HyperVLab.Fuzz;

/// <summary>What was done with one target so far.</summary>
/// <param name="target">The target.</param>
/// <param name="corpusPath">A folder of more files to start from.</param>
internal sealed class FuzzTotals(FuzzTarget target, string? corpusPath)
{
    private long _opened;
    private TimeSpan _slowest;

    public FuzzTarget Target => target;

    public FuzzCorpus Corpus { get; } = new(target, corpusPath);

    /// <summary>How many files were run.</summary>
    public long Cases { get; private set; }

    /// <summary>How long that took.</summary>
    public TimeSpan Elapsed { get; set; }

    public void Count(FuzzCase trial, TimeSpan elapsed)
    {
        _slowest = elapsed > _slowest ? elapsed : _slowest;
        Cases++;
        _opened += trial.WasOpened ? 1 : 0;
    }

    public override string ToString()
        => $"   {target.Name,-12} {Cases,10} cases in {Elapsed:hh\\:mm\\:ss}, "
            + $"{100.0 * _opened / Math.Max(1, Cases),5:F1}% opened, {Corpus.FateCount} fates, "
            + $"{Corpus.GoodCount} + {Corpus.FoundCount} files, slowest {_slowest.TotalSeconds:F2} s";
}
