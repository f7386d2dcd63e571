using HyperVLab.Engine.Compute.Integration;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

public sealed partial class VirtualMachine
{
    /// <summary>What goes on in it.</summary>
    public GuestState Guest { get; private set; }

    /// <summary>How many faults make its guest hang.</summary>
    public int HangFaults { get; private set; }

    /// <summary>
    /// Whether it stands still, whatever its state says, because the parent partition of its host hangs.
    /// </summary>
    public bool IsFrozen { get; private set; }

    /// <summary>
    /// The host that hangs with an older instance of it, from before it was taken over, which is not to go on.
    /// </summary>
    public Key<PhysicalComputer>? LeftOn { get; private set; }

    /// <summary>The operating system that was booted from its disk.</summary>
    public string? GuestOperatingSystem { get; private set; }

    /// <summary>The name that this operating system gives its computer.</summary>
    public string? GuestComputerName { get; private set; }

    /// <summary>The security identifier that this operating system gives its computer.</summary>
    public string? GuestSid { get; private set; }

    /// <summary>The domain that this operating system is a member of; null where it is in a workgroup.</summary>
    public string? GuestDomain { get; private set; }

    /// <summary>Which of the passwords of its computer's account in that domain it has.</summary>
    public int? GuestMachinePassword { get; private set; }

    /// <summary>The address that is set in this operating system; null where it asks for one.</summary>
    public string? GuestStaticAddress { get; private set; }

    /// <summary>The address that it answers under.</summary>
    public string? GuestAddress { get; private set; }

    /// <summary>The version of its integration services; null where it has none.</summary>
    public string? IntegrationServicesVersion { get; private set; }

    /// <summary>The event that ends the guest's boot; null while it boots not, or stands still.</summary>
    public long? BootEvent { get; private set; }

    /// <summary>When that event is due.</summary>
    public TimeSpan? BootDue { get; private set; }

    /// <summary>How much of the boot was left when the machine was stopped in the middle of it.</summary>
    public TimeSpan? BootRemaining { get; private set; }

    /// <summary>How much memory its guest writes in a second, in bytes.</summary>
    public long DirtyBytesPerSecond { get; private set; }

    /// <summary>How much memory these writes go to over and over, in bytes: its writable working set.</summary>
    public long HotSetBytes { get; private set; }

    /// <summary>How fast its guest writes through all of its memory beside that, in bytes a second.</summary>
    public long SweepBytesPerSecond { get; private set; }

    /// <summary>What its guest is busy with.</summary>
    public Key<Workload>? Workload { get; private set; }

    /// <summary>Whether a guest answers on the network and takes a request to shut down.</summary>
    public bool HasRunningGuest =>
        Guest == GuestState.Running && State == VMState.Running && !IsFrozen;

    /// <summary>
    /// Whether its integration services send no heartbeat any more, though it runs and its host does.
    /// </summary>
    public bool HasLostHeartbeat => Guest == GuestState.Hung && State == VMState.Running && !IsFrozen
        && IntegrationServices.IsConnected(this, IntegrationServiceKind.Heartbeat);

    /// <summary>Stands still with its host, or does not.</summary>
    internal void Freeze(bool isFrozen) => IsFrozen = isFrozen;

    /// <summary>An older instance of it stands on a host, or on none any more.</summary>
    internal void LeaveOn(Key<PhysicalComputer>? computer) => LeftOn = computer;
}
