namespace HyperVLab.Engine.Compute.Channels;

/// <summary>What a partition does.</summary>
public enum PartitionState
{
    /// <summary>It has processor time when it wants it.</summary>
    Active,

    /// <summary>Its processors stand still: paused, being saved or restored, or on the way in by a migration.</summary>
    Suspended,

    /// <summary>It stands still because the parent partition hangs, or is the parent that does.</summary>
    Hung,

    /// <summary>It is being set up or filled by a live migration from another host.</summary>
    Receiving,
}
