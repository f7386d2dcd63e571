namespace HyperVLab.Engine.Storage;

/// <summary>Whether Windows uses a disk, by the names that Get-Disk shows.</summary>
public enum DiskOperationalStatus
{
    /// <summary>It does.</summary>
    Online,

    /// <summary>It leaves it alone: taken offline, or reserved by another node of a cluster.</summary>
    Offline,

    /// <summary>No path to it is up.</summary>
    LostCommunication,
}
