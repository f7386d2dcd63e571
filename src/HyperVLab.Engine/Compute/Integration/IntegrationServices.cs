using HyperVLab.Engine.Compute.Channels;

namespace HyperVLab.Engine.Compute.Integration;

/// <summary>Which integration services a machine has, and which of them do their work now.</summary>
internal static class IntegrationServices
{
    private static readonly Version s_guestServiceInterface = Version.Parse(IntegrationVersions.W2012R2);

    /// <summary>Whether a guest brings its side of a service along.</summary>
    public static bool IsInGuest(VirtualMachine vm, IntegrationServiceKind kind) =>
        vm is { IntegrationServicesVersion: { } version, GuestOperatingSystem: { } system }
        && kind switch
        {
            IntegrationServiceKind.Vss => GuestReleases.Of(system).HasVss,
            IntegrationServiceKind.GuestServiceInterface =>
                Version.TryParse(version, out Version? own) && own >= s_guestServiceInterface,
            _ => true,
        };

    /// <summary>Whether a service is offered to a machine and in its guest, whatever the guest does just now.</summary>
    public static bool IsConnected(VirtualMachine vm, IntegrationServiceKind kind) =>
        vm.EnabledServices.Contains(kind) && IsInGuest(vm, kind);

    /// <summary>Whether a service has spoken with its guest since that booted.</summary>
    public static bool IsWorking(VirtualMachine vm, IntegrationServiceKind kind) =>
        IsConnected(vm, kind) && VMBusChannels.AreOpen(vm);

    /// <summary>How far a guest's clock is behind its host's; null where no guest has booted.</summary>
    public static TimeSpan? ClockBehind(LabState lab, VirtualMachine vm) =>
        vm.Guest is GuestState.Running or GuestState.Hung or GuestState.ShuttingDown
            ? vm.ClockBehind + (vm.ClockStoppedAt is { } stopped ? lab.Now - stopped : TimeSpan.Zero)
            : null;

    /// <summary>Offers a service to a machine, or takes it back, and lets what hangs on it follow.</summary>
    public static void Set(LabState lab, VirtualMachine vm, IntegrationServiceKind kind, bool isEnabled)
    {
        bool had = vm.HasLostHeartbeat;
        vm.Offer(kind, isEnabled);
        if (vm.HasLostHeartbeat && !had)
        {
            lab.Raise(new Notices.GuestHung(vm.Key));
        }

        if (IsWorking(vm, IntegrationServiceKind.TimeSynchronization) && vm.ClockStoppedAt is null)
        {
            vm.SetClock();
        }
    }
}
