namespace HyperVLab.Engine.Storage;

/// <summary>Why a computer does not get at a volume straight.</summary>
public enum VolumeRouteReason
{
    /// <summary>It does.</summary>
    None,

    /// <summary>It has no path to the LUN, or the coordinator has none either.</summary>
    NoPath,

    /// <summary>An administrator sends everything through the coordinator.</summary>
    UserRequest,

    /// <summary>The volume is being backed up.</summary>
    Backup,

    /// <summary>It is metadata, which only the coordinator writes.</summary>
    Metadata,

    /// <summary>Another node has the cluster's disk.</summary>
    NotOwner,

    /// <summary>No node coordinates the shared volume, or has the cluster's disk.</summary>
    NoOwner,

    /// <summary>The coordinator does not answer.</summary>
    OwnerUnreachable,

    /// <summary>The shared volume is in maintenance.</summary>
    Maintenance,

    /// <summary>The computer does not show the volume, as it is no member of its cluster.</summary>
    NotMounted,

    /// <summary>The disk is offline.</summary>
    Offline,

    /// <summary>The computer does not run.</summary>
    ComputerDown,

    /// <summary>The node's registration with the LUN was taken away: it is another's to write.</summary>
    Fenced,
}
