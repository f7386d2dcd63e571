namespace HyperVLab.Engine.Clustering;

/// <summary>What kind of thing a resource brings online.</summary>
public enum ClusterResourceType
{
    /// <summary>An address of a cluster network.</summary>
    IPAddress,

    /// <summary>A name with its computer object and DNS record.</summary>
    NetworkName,

    /// <summary>A shared disk.</summary>
    PhysicalDisk,

    /// <summary>A file server.</summary>
    FileServer,

    /// <summary>A file share that has a vote.</summary>
    FileShareWitness,

    /// <summary>A virtual machine's configuration, registered with its host.</summary>
    VirtualMachineConfiguration,

    /// <summary>A virtual machine.</summary>
    VirtualMachine,
}
