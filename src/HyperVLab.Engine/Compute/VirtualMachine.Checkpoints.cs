using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

public sealed partial class VirtualMachine
{
    /// <summary>Its checkpoints, in the order in which they were taken.</summary>
    public IReadOnlyList<Key<VMSnapshot>> Snapshots { get; private set; }

    /// <summary>The checkpoint from which it has come to be as it is; null where there is none.</summary>
    public Key<VMSnapshot>? ParentSnapshot { get; private set; }

    /// <summary>The checkpoint that is being made of it.</summary>
    public Key<VMSnapshot>? SnapshotInMaking { get; private set; }

    /// <summary>
    /// The folder below which the files of its checkpoints are made; null for that of its configuration.
    /// </summary>
    public string? SnapshotFileLocation { get; private set; }

    /// <summary>Adds a checkpoint that is being made.</summary>
    internal void AddSnapshot(Key<VMSnapshot> snapshot) =>
        (Snapshots, SnapshotInMaking) = ([.. Snapshots, snapshot], snapshot);

    /// <summary>Says that no checkpoint is being made any more.</summary>
    internal void EndSnapshot() => SnapshotInMaking = null;

    /// <summary>Takes a checkpoint away.</summary>
    internal void RemoveSnapshot(Key<VMSnapshot> snapshot) =>
        Snapshots = [.. Snapshots.Where(key => key != snapshot)];

    /// <summary>Says from which checkpoint it comes.</summary>
    internal void ComeFrom(Key<VMSnapshot>? snapshot) => ParentSnapshot = snapshot;

    /// <summary>Says where the files of its checkpoints are made.</summary>
    internal void KeepSnapshotsIn(string? folder) => SnapshotFileLocation = folder;

    /// <summary>Takes what a checkpoint kept of its guest.</summary>
    internal void TakeGuest(VMSnapshotGuest guest)
    {
        SetGuest(guest.State);
        StopBooting(guest.BootRemaining);
        GuestOperatingSystem = guest.OperatingSystem;
        GuestComputerName = guest.ComputerName;
        GuestSid = guest.Sid;
        (GuestDomain, GuestMachinePassword) = (guest.Domain, guest.MachinePassword);
        GuestStaticAddress = guest.StaticAddress;
        GuestAddress = guest.Address;
        IntegrationServicesVersion = guest.IntegrationServicesVersion;
        TakeClock(guest.ClockBehind, guest.ClockStoppedAt);
    }
}
