namespace HyperVLab.Engine.Clustering;

/// <summary>
/// What is the matter with a cluster shared volume as a whole; names and values of 2008 R2
/// (CLUSTER_CSV_VOLUME_FAULT_STATE).
/// </summary>
public enum SharedVolumeFaultState
{
    /// <summary>Nothing.</summary>
    NoFaults = 0,

    /// <summary>Some node has no direct way to it.</summary>
    NoDirectIO = 1,

    /// <summary>No node gets at it.</summary>
    NoAccess = 2,

    /// <summary>It is in maintenance.</summary>
    InMaintenance = 4,
}
