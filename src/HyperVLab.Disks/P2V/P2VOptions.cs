namespace HyperVLab.Disks.P2V;

/// <summary>How a disk of a physical computer is converted.</summary>
public sealed record P2VOptions
{
    /// <summary>Leaves out what is free although shadow copies lose what only they still use.</summary>
    public bool AllowSnapshots { get; init; }

    /// <summary>Copies the registry as it is, for a machine whose hardware Windows knows already.</summary>
    public bool KeepDrivers { get; init; }
}
