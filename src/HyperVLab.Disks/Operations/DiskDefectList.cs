namespace HyperVLab.Disks.Operations;

/// <summary>What a check has found so far; of a file that is wrong all over only the first defects are kept.</summary>
internal sealed class DiskDefectList
{
    /// <summary>The most defects that are listed.</summary>
    public const int MaximumCount = 1000;

    private readonly List<DiskDefect> _defects = [];

    /// <summary>What was found.</summary>
    public IReadOnlyList<DiskDefect> Found => _defects;

    /// <summary>Whether no more is kept.</summary>
    public bool IsFull => _defects.Count >= MaximumCount;

    /// <summary>Adds something that the disk can be used with and that no repair changes.</summary>
    public void Warn(string structure, long offset, string problem)
        => Add(new DiskDefect(DiskDefectSeverity.Warning, CanRepair: false, structure, offset, problem));

    /// <summary>Adds something that the disk can be used with and that a repair mends.</summary>
    public void WarnMendable(string structure, long offset, string problem)
        => Add(new DiskDefect(DiskDefectSeverity.Warning, CanRepair: true, structure, offset, problem));

    /// <summary>Adds something that the disk can be used with and that a repair mends.</summary>
    public void WarnMendable(DiskFormatException error)
        => WarnMendable(error.Structure, error.Offset, ProblemOf(error));

    /// <summary>Adds something that keeps the disk from being used, and that a repair mends without loss.</summary>
    public void FailMendable(string structure, long offset, string problem)
        => Add(new DiskDefect(DiskDefectSeverity.Repairable, CanRepair: true, structure, offset, problem));

    /// <summary>Adds something that keeps the disk from being used.</summary>
    public void Fail(DiskFormatException error, string whose = "")
        => Add(new DiskDefect(
            DiskDefectSeverity.Error, CanRepair: false, whose + error.Structure, error.Offset, ProblemOf(error)));

    private void Add(DiskDefect defect)
    {
        if (!IsFull)
        {
            _defects.Add(defect);
        }
    }

    // The message is "structure at offset n: problem.", and a defect keeps the three apart.
    private static string ProblemOf(DiskFormatException error)
        => error.Message[(error.Message.IndexOf(": ", StringComparison.Ordinal) + 2)..].TrimEnd('.');
}
