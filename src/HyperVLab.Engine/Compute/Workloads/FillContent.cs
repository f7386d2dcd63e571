using HyperVLab.Disks;

namespace HyperVLab.Engine.Compute;

/// <summary>A fill.</summary>
internal sealed record FillContent(FillShape Shape) : WorkloadContent
{
    /// <inheritdoc/>
    public override WorkloadKind Kind => WorkloadKind.Fill;

    /// <inheritdoc/>
    public override string Sound => "Everything is there, in order.";

    /// <inheritdoc/>
    public override void Format(VirtualDisk disk, int flushEvery) => new FillWriter(disk, Shape).Format(flushEvery);

    /// <inheritdoc/>
    public override void Write(VirtualDisk disk, WrittenContent? known, WrittenContent wanted) =>
        new FillWriter(disk, Shape).Write(known, wanted);

    /// <inheritdoc/>
    public override bool HasRoom(VirtualDisk disk, WrittenContent wanted) =>
        new FillWriter(disk, Shape).HasRoom(wanted.Count, wanted.Room);

    /// <inheritdoc/>
    public override long EndAfter(long count) => FillShape.OffsetOf(count);
}
