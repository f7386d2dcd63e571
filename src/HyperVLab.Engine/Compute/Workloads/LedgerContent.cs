using HyperVLab.Disks;

namespace HyperVLab.Engine.Compute;

/// <summary>A ledger, or a web server's log, which is kept as one.</summary>
internal sealed record LedgerContent(LedgerShape Shape) : WorkloadContent
{
    /// <inheritdoc/>
    public override WorkloadKind Kind => Shape.Kind;

    /// <inheritdoc/>
    public override string Sound => "Everything is there, in order, and the balances add up.";

    /// <inheritdoc/>
    public override void Format(VirtualDisk disk, int flushEvery) =>
        new LedgerWriter(disk, WorkloadArea.LedgerOffset, Shape).Format(flushEvery);

    /// <inheritdoc/>
    public override void Write(VirtualDisk disk, WrittenContent? known, WrittenContent wanted)
    {
        // A torn record that is to go is written over only by writing its half anew.
        bool isStale = known is { Tail: not LedgerTail.None } && known.Count == wanted.Count;
        new LedgerWriter(disk, WorkloadArea.LedgerOffset, Shape)
            .Write(isStale ? null : known?.Count, wanted.Count, wanted.Tail);
    }

    /// <inheritdoc/>
    public override long EndAfter(long count) => WorkloadArea.LedgerOffset + Shape.SizeBytes;
}
