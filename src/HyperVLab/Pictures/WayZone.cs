namespace HyperVLab.Pictures;

/// <summary>In which part of a computer's picture a hop stands.</summary>
internal enum WayZone
{
    /// <summary>A child partition: a guest.</summary>
    Child,

    /// <summary>Between a child and the parent.</summary>
    Bus,

    /// <summary>The parent partition, or the operating system of a computer without Hyper-V.</summary>
    Parent,

    /// <summary>Below all partitions.</summary>
    Hypervisor,

    /// <summary>Below that.</summary>
    Hardware,

    /// <summary>Between computers.</summary>
    Network,
}
