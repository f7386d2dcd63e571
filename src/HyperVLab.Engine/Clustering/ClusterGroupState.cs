namespace HyperVLab.Engine.Clustering;

/// <summary>The state of a group, which its resources make; values of the real module.</summary>
public enum ClusterGroupState
{
    /// <summary>Not known.</summary>
    Unknown = -1,

    /// <summary>Every resource is online.</summary>
    Online = 0,

    /// <summary>Every resource is offline.</summary>
    Offline = 1,

    /// <summary>A resource failed and took the group with it.</summary>
    Failed = 2,

    /// <summary>Some resources are online.</summary>
    PartialOnline = 3,

    /// <summary>A resource goes online or offline, or the group moves.</summary>
    Pending = 4,
}
