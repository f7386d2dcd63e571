namespace HyperVLab.Engine.Compute;

/// <summary>What went on in a machine when its memory was kept.</summary>
/// <param name="State">What its guest did.</param>
/// <param name="OperatingSystem">The operating system that was booted.</param>
/// <param name="ComputerName">The name that this gives its computer.</param>
/// <param name="Sid">The security identifier that this gives its computer.</param>
/// <param name="StaticAddress">The address that is set in it; null where it asks for one.</param>
/// <param name="Address">The address that it answered under.</param>
/// <param name="IntegrationServicesVersion">The version of its integration services; null where it has none.</param>
/// <param name="BootRemaining">How much of its boot was left.</param>
/// <param name="ClockBehind">How far its clock was behind the host's.</param>
/// <param name="ClockStoppedAt">When its clock stopped with it.</param>
/// <param name="Domain">The domain that it is a member of.</param>
/// <param name="MachinePassword">Which of the passwords of its computer's account it has.</param>
public sealed record VMSnapshotGuest(
    GuestState State,
    string? OperatingSystem,
    string? ComputerName,
    string? Sid,
    string? StaticAddress,
    string? Address,
    string? IntegrationServicesVersion,
    TimeSpan? BootRemaining,
    TimeSpan ClockBehind,
    TimeSpan? ClockStoppedAt,
    string? Domain,
    int? MachinePassword)
{
    /// <summary>What goes on in a machine that stands still.</summary>
    internal static VMSnapshotGuest Of(VirtualMachine vm) => new(
        vm.Guest,
        vm.GuestOperatingSystem,
        vm.GuestComputerName,
        vm.GuestSid,
        vm.GuestStaticAddress,
        vm.GuestAddress,
        vm.IntegrationServicesVersion,
        vm.BootRemaining,
        vm.ClockBehind,
        vm.ClockStoppedAt,
        vm.GuestDomain,
        vm.GuestMachinePassword);
}
