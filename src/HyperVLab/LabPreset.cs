namespace HyperVLab;

/// <summary>Labs that New-Lab makes built already.</summary>
public enum LabPreset
{
    /// <summary>
    /// A BladeCenter S chassis: two blades of Hyper-V Server 2008 R2, clustered, with a cluster shared volume.
    /// </summary>
    BladeCenterS,
}
