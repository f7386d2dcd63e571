namespace HyperVLab.Disks.Operations;

/// <summary>Something that is wrong with a disk file.</summary>
/// <param name="Severity">What it means.</param>
/// <param name="CanRepair">Whether a repair mends it.</param>
/// <param name="Structure">The structure, for instance "VHD footer".</param>
/// <param name="Offset">Where it stands, in bytes from the start of the file.</param>
/// <param name="Problem">What is wrong, as a clause.</param>
public sealed record DiskDefect(
    DiskDefectSeverity Severity, bool CanRepair, string Structure, long Offset, string Problem)
{
    /// <summary>The defect as a sentence.</summary>
    public override string ToString() => $"{Structure} at offset {Offset}: {Problem}.";
}
