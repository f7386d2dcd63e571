namespace HyperVLab.Engine.Clustering.Views;

/// <summary>The names of resource types as the cluster shows them.</summary>
internal static class ResourceTypeNames
{
    /// <summary>The name of a type.</summary>
    public static string Of(ClusterResourceType type) => type switch
    {
        ClusterResourceType.IPAddress => "IP Address",
        ClusterResourceType.NetworkName => "Network Name",
        ClusterResourceType.PhysicalDisk => "Physical Disk",
        ClusterResourceType.FileServer => "File Server",
        ClusterResourceType.FileShareWitness => "File Share Witness",
        ClusterResourceType.VirtualMachineConfiguration => "Virtual Machine Configuration",
        _ => "Virtual Machine",
    };
}
