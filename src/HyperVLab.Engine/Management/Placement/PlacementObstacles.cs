namespace HyperVLab.Engine.Management;

/// <summary>Why a host cannot take a virtual machine.</summary>
[Flags]
internal enum PlacementObstacles
{
    /// <summary>It can.</summary>
    None = 0,

    /// <summary>It is set so that placement does not choose it.</summary>
    NotAvailable = 1,

    /// <summary>Its agent does not answer, or it does not run.</summary>
    NotAnswering = 1 << 1,

    /// <summary>The machine is there already.</summary>
    SameHost = 1 << 2,

    /// <summary>Too little memory is left beside its reserve.</summary>
    Memory = 1 << 3,

    /// <summary>Its processors would be busier than its reserve lets them.</summary>
    Cpu = 1 << 4,

    /// <summary>It has fewer logical processors than the machine virtual ones.</summary>
    Processors = 1 << 5,

    /// <summary>Its edition gives no more virtual processors.</summary>
    VirtualProcessors = 1 << 6,

    /// <summary>Its edition runs no more machines.</summary>
    Machines = 1 << 7,

    /// <summary>None of its volumes has the room beside the reserve.</summary>
    DiskSpace = 1 << 8,

    /// <summary>Its disks would be asked for more than they can.</summary>
    DiskIO = 1 << 9,

    /// <summary>Its network would be busier than its reserve lets it.</summary>
    Network = 1 << 10,

    /// <summary>It lacks a virtual switch.</summary>
    Switch = 1 << 11,

    /// <summary>It is no node of a cluster, and the machine is to be highly available.</summary>
    NotClustered = 1 << 12,

    /// <summary>Its cluster could not hold all its machines any more when nodes fail.</summary>
    ClusterReserve = 1 << 13,

    /// <summary>It is no node of the cluster that keeps the machine.</summary>
    OtherCluster = 1 << 14,

    /// <summary>Its processors are of another vendor or generation, and the machine runs.</summary>
    OtherProcessor = 1 << 15,

    /// <summary>Its edition migrates no machine that runs.</summary>
    NoLiveMigration = 1 << 16,

    /// <summary>No way leads from the platform that runs the machine to its own.</summary>
    OtherPlatform = 1 << 17,

    /// <summary>Its edition gives less memory or fewer processors to one machine.</summary>
    TooLarge = 1 << 18,

    /// <summary>It shows no volume where the files are to be, or its cluster shares none there.</summary>
    NoVolume = 1 << 19,

    /// <summary>Its platform runs no guests of 64 bits.</summary>
    Guest64Bit = 1 << 20,

    /// <summary>Its platform takes no VHDs, of which new machines are made.</summary>
    NoVhd = 1 << 21,
}
