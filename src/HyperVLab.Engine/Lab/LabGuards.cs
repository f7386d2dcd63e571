namespace HyperVLab.Engine;

/// <summary>
/// What keeps a lab's data whole, each with a switch by which a test takes it away and sees that its loss is found. No
/// part of the state, and nothing outside the tests turns one off.
/// </summary>
internal sealed class LabGuards
{
    /// <summary>Whether a guest's flush is answered after all that was written before is on the disk.</summary>
    public bool FlushesBeforeAcknowledging { get; set; } = true;

    /// <summary>Whether a guest's write that is to go through is answered after it is on the disk.</summary>
    public bool WritesThrough { get; set; } = true;

    /// <summary>Whether a host gives a virtual machine only memory that it has.</summary>
    public bool ChecksMemory { get; set; } = true;

    /// <summary>Whether a dynamic MAC address is given to one adapter only.</summary>
    public bool KeepsMacsUnique { get; set; } = true;

    /// <summary>Whether what a live migration will need on its target is kept for it there.</summary>
    public bool ReservesOnTarget { get; set; } = true;

    /// <summary>Whether a live migration sees which pages were written after they were sent.</summary>
    public bool TracksDirtyPages { get; set; } = true;

    /// <summary>Whether I/O to a cluster shared volume waits while it changes coordinators.</summary>
    public bool PausesDuringOwnerChange { get; set; } = true;

    /// <summary>Whether an array lets only those write to a cluster's LUN who are registered with it.</summary>
    public bool HonoursReservations { get; set; } = true;

    /// <summary>Whether a side of a cluster goes on only with more than half of the votes.</summary>
    public bool ChecksQuorum { get; set; } = true;

    /// <summary>Whether the side that lost its groups has stopped before another node starts them.</summary>
    public bool FencesBeforeRestart { get; set; } = true;

    /// <summary>Whether a group that fails over again and again is left failed in the end.</summary>
    public bool LimitsFailovers { get; set; } = true;

    /// <summary>
    /// Whether a node that hung and was removed meanwhile ends what it hosts before any of it runs again.
    /// </summary>
    public bool FencesHungHosts { get; set; } = true;

    /// <summary>Whether a disk stays in its chain until all of its blocks are in its parent.</summary>
    public bool KeepsChildUntilMerged { get; set; } = true;

    /// <summary>Whether whoever used a merged disk uses its parent before the disk's file goes.</summary>
    public bool RelinksBeforeDeleting { get; set; } = true;

    /// <summary>Whether nobody else gets at the disks that a merge reads and writes.</summary>
    public bool LocksChainDuringMerge { get; set; } = true;

    /// <summary>Whether the source of a live migration gives its machine up when it hands it over.</summary>
    public bool HandsOverOnce { get; set; } = true;
}
