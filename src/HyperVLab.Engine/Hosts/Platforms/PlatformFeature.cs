namespace HyperVLab.Engine.Hosts;

/// <summary>What a platform for virtual machines may lack.</summary>
public enum PlatformFeature
{
    /// <summary>Machines that move to another host while they run.</summary>
    LiveMigration,

    /// <summary>Machines that a failover cluster keeps available.</summary>
    HighAvailability,

    /// <summary>Checkpoints of a machine that runs, is paused or is saved.</summary>
    CheckpointWithMemory,

    /// <summary>Checkpoints that keep processors, memory, drives and network adapters too.</summary>
    CheckpointOfHardware,

    /// <summary>Checkpoints at all.</summary>
    Checkpoint,

    /// <summary>Machines whose memory is saved by Save-VM.</summary>
    SavedState,

    /// <summary>Disks of the host that a machine has whole.</summary>
    PassThroughDisk,

    /// <summary>Integration services over VMBus that are switched one by one, and synthetic devices.</summary>
    IntegrationService,

    /// <summary>Guests of 64 bits.</summary>
    Guest64Bit,

    /// <summary>Network adapters of machines that are in a VLAN.</summary>
    Vlan,
}
