namespace HyperVLab.Engine.Proof;

/// <summary>What holds in every lab between any two events.</summary>
public enum LabInvariant
{
    /// <summary>A virtual machine runs on one host at most, and only on one that runs.</summary>
    OneHostForEachVM,

    /// <summary>A machine that was handed over has every page of its memory as it was last written.</summary>
    MigratedMemoryIsWhole,

    /// <summary>A virtual hard disk has one writer at most, and what lies below it none.</summary>
    OneWriterForEachVHD,

    /// <summary>A LUN that a virtual machine has whole has no other writer: no other machine, and no host.</summary>
    OneWriterForEachLun,

    /// <summary>What a checkpoint left of a disk can be read: whatever stands above a disk has it still.</summary>
    CheckpointsAreWhole,

    /// <summary>A clustered disk has one owner at most, which is the one that its cluster means.</summary>
    OneOwnerForEachVolume,

    /// <summary>A group fails over no more often than it may, so that what works nowhere comes to rest.</summary>
    FailoversAreLimited,

    /// <summary>Only a side of a cluster that has quorum hosts.</summary>
    OnlyQuorateSidesHost,

    /// <summary>Virtual machines have no more memory than their hosts.</summary>
    MemoryFits,

    /// <summary>Virtual machines have no more processors than their hosts' editions allow.</summary>
    ProcessorsFit,

    /// <summary>Files take no more room than their volumes have.</summary>
    DiskSpaceFits,

    /// <summary>What is counted as it changes is what counting anew gives.</summary>
    CountersAreRight,

    /// <summary>No two adapters have a MAC address, and no two leases an IP address.</summary>
    AddressesAreUnique,

    /// <summary>No two things have an identifier.</summary>
    IdsAreUnique,

    /// <summary>Whatever goes on has an event that takes it further.</summary>
    EveryOperationEnds,

    /// <summary>Every key leads somewhere, and the tables do not contradict each other.</summary>
    TablesAgree,

    /// <summary>No byte is sent twice, but where what arrived is not what was to be sent.</summary>
    TransfersGoOnce,

    /// <summary>Nobody's virtual machines take more quota points than his user role gives.</summary>
    QuotasAreKept,

    /// <summary>What a guest was told is durable is on its disk.</summary>
    AcknowledgedDataIsDurable,

    /// <summary>Once all faults are repaired, all that can be online is, within a bound.</summary>
    Converges,

    /// <summary>No event and no request breaks off in the middle.</summary>
    NothingThrows,
}
