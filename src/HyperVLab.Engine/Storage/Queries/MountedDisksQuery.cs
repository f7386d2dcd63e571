namespace HyperVLab.Engine.Storage;

/// <summary>Lists the virtual hard disks that are mounted.</summary>
public sealed record MountedDisksQuery : LabQuery<IReadOnlyList<MountedDiskView>>
{
    /// <inheritdoc/>
    internal override IReadOnlyList<MountedDiskView> Answer(LabState lab) =>
        [.. lab.MountedDisks.All.Select(disk => MountedDiskView.Of(lab, disk))];
}
