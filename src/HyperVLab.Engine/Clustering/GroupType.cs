namespace HyperVLab.Engine.Clustering;

/// <summary>What a group is for; values of the real module.</summary>
public enum GroupType
{
    /// <summary>Nothing in particular.</summary>
    Unknown = 9999,

    /// <summary>The cluster's own name, address and witness.</summary>
    Cluster = 1,

    /// <summary>Disks that no role uses yet.</summary>
    AvailableStorage = 2,

    /// <summary>A clustered file server.</summary>
    FileServer = 100,

    /// <summary>A clustered virtual machine.</summary>
    VirtualMachine = 111,
}
