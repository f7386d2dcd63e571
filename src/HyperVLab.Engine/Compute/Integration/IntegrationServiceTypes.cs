using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Compute.Integration;

/// <summary>
/// The integration services with their identifiers: of devices as Get-VMIntegrationService shows them, and of channels
/// as Linux (include/linux/hyperv.h, tools/hv/lsvmbus) and other open drivers have them.
/// </summary>
internal static class IntegrationServiceTypes
{
    /// <summary>Those that a new machine is offered: all but the newest.</summary>
    public static IReadOnlyList<IntegrationServiceKind> EnabledByDefault { get; } =
    [
        IntegrationServiceKind.Heartbeat,
        IntegrationServiceKind.KeyValuePairExchange,
        IntegrationServiceKind.Shutdown,
        IntegrationServiceKind.TimeSynchronization,
        IntegrationServiceKind.Vss,
    ];

    /// <summary>All of them, in the order of their names.</summary>
    public static IReadOnlyList<IntegrationServiceType> All { get; } =
    [
        new(
            IntegrationServiceKind.GuestServiceInterface,
            "Guest Service Interface",
            new Guid("6c09bb55-d683-4da0-8931-c9bf705f6480"),
            "Guest services",
            new Guid("34d14be3-dee4-41c8-9ae7-6b174977c192"),
            new Guid("eb765408-105f-49b6-b4aa-c123b64d17d4"),
            "guestinterface",
            WindowsVersion.W2012R2),
        new(
            IntegrationServiceKind.Heartbeat,
            "Heartbeat",
            new Guid("84eaae65-2f2e-45f5-9bb5-0e857dc8eb47"),
            "Heartbeat",
            new Guid("57164f39-9115-4e78-ab55-382f3bd5422d"),
            new Guid("fd149e91-82e0-4a7d-afa6-2a4166cbd7c0"),
            "heartbeat"),
        new(
            IntegrationServiceKind.KeyValuePairExchange,
            "Key-Value Pair Exchange",
            new Guid("2a34b1c2-fd73-4043-8a5b-dd2159bc743f"),
            "Data Exchange",
            new Guid("a9a0f4e7-5a45-4d96-b827-8a841e8c03e6"),
            new Guid("242ff919-07db-4180-9c2e-b86cb68c8c55"),
            "kvpexchange"),
        new(
            IntegrationServiceKind.Shutdown,
            "Shutdown",
            new Guid("9f8233ac-be49-4c79-8ee3-e7e1985b2077"),
            "Operating system shutdown",
            new Guid("0e0b6031-5213-4934-818b-38d90ced39db"),
            new Guid("b6650ff7-33bc-4840-8048-e0676786f393"),
            "shutdown"),
        new(
            IntegrationServiceKind.TimeSynchronization,
            "Time Synchronization",
            new Guid("2497f4de-e9fa-4204-80e4-4b75c46419c0"),
            "Time Synchronization",
            new Guid("9527e630-d0ae-497b-adce-e80ab0175caf"),
            new Guid("2dd1ce17-079e-403c-b352-a1921ee207ee"),
            "timesync"),
        new(
            IntegrationServiceKind.Vss,
            "VSS",
            new Guid("5ced1297-4598-4915-a5fc-ad21bb4d02a4"),
            "Backup (volume snapshot)",
            new Guid("35fa2e29-ea23-4236-96ae-3a6ebacba440"),
            new Guid("2450ee40-33bf-4fbd-892e-9fb06e9214cf"),
            "vss"),
    ];

    /// <summary>Those that a host's release has.</summary>
    public static IEnumerable<IntegrationServiceType> On(PhysicalComputer computer) =>
        All.Where(service => computer.Edition is { } edition && edition.Version >= service.Since
            && Platforms.Of(computer).Has(PlatformFeature.IntegrationService));

    /// <summary>The service of a name on a host, ignoring case.</summary>
    /// <exception cref="LabException">The host's release has none of that name.</exception>
    public static IntegrationServiceType Require(PhysicalComputer computer, string name) =>
        On(computer).FirstOrDefault(service => string.Equals(service.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw IntegrationErrors.NoSuchService.For(name, name);
}
