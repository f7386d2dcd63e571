using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Tracing;

/// <summary>
/// Asks by which way a read or write of a virtual machine would go now, hop by hop. Nothing is read or written.
/// </summary>
public sealed record DiskTraceQuery : LabQuery<IOTraceView>
{
    private const int SectorBytes = 512;
    private const long MostBytes = 1 << 20;

    /// <summary>The hard disk drive.</summary>
    public required Key<VMHardDiskDrive> Drive { get; init; }

    /// <summary>Whether it is a write.</summary>
    public bool IsWrite { get; init; }

    /// <summary>How much is read or written.</summary>
    public long Bytes { get; init; } = 64 << 10;

    /// <inheritdoc/>
    internal override IOTraceView Answer(LabState lab)
    {
        VMHardDiskDrive drive = VMQueries.RequireDrive(lab, Drive);
        return Bytes is < SectorBytes or > MostBytes || Bytes % SectorBytes != 0
            ? throw TraceErrors.SizeNotPossible.For(lab.NameOf(drive.VM))
            : DiskTracer.Trace(lab, drive, this);
    }
}
