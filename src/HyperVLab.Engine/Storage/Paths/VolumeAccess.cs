namespace HyperVLab.Engine.Storage;

/// <summary>How a computer gets at a volume now.</summary>
public enum VolumeAccess
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Straight to the disk.</summary>
    Direct,

    /// <summary>Over the cluster's network through the coordinator of a cluster shared volume.</summary>
    Redirected,
}
