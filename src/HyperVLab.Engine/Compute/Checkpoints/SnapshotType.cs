namespace HyperVLab.Engine.Compute;

/// <summary>
/// What a checkpoint is for, with the names and numbers of Microsoft.HyperV.PowerShell.SnapshotType; the lab makes
/// standard ones.
/// </summary>
public enum SnapshotType
{
    /// <summary>Somebody took it.</summary>
    Standard = 0,

    /// <summary>A backup took it.</summary>
    Recovery = 1,

    /// <summary>A planned failover took it.</summary>
    Planned = 2,
}
