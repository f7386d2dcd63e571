using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Compute.Integration;

/// <summary>The integration services of a virtual machine.</summary>
public sealed record VMIntegrationServicesView
{
    /// <summary>The number of the virtual machine.</summary>
    public required int Key { get; init; }

    /// <summary>The virtual machine.</summary>
    public required string VMName { get; init; }

    /// <summary>The virtual machine's identifier.</summary>
    public required Guid VMId { get; init; }

    /// <summary>The host.</summary>
    public required string ComputerName { get; init; }

    /// <summary>Those that the host's release has, in the order of their names.</summary>
    public required IReadOnlyList<VMIntegrationServiceView> Services { get; init; }

    internal static VMIntegrationServicesView Of(LabState lab, VirtualMachine vm)
    {
        PhysicalComputer host = lab.Computers[vm.Computer];
        return new VMIntegrationServicesView
        {
            Key = vm.Key.Number,
            VMName = vm.Name,
            VMId = vm.Id,
            ComputerName = host.Name,
            Services = [.. IntegrationServiceTypes.On(host).Select(type => Of(host, vm, type))],
        };
    }

    /// <summary>Those of a checkpoint: what was offered when it was made, and nobody uses.</summary>
    internal static IReadOnlyList<VMIntegrationServiceView> Of(LabState lab, VirtualMachine vm, VMSnapshot snapshot) =>
    [
        .. IntegrationServiceTypes.On(lab.Computers[vm.Computer])
            .Select(type => Of(snapshot.Id, type, snapshot.EnabledServices)),
    ];

    private static VMIntegrationServiceView Of(PhysicalComputer host, VirtualMachine vm, IntegrationServiceType type) =>
        Of(vm.Id, type, vm.EnabledServices) with
        {
            Primary = PrimaryOf(vm, type.Kind),
            Secondary = SecondaryOf(host, vm, type.Kind),
        };

    private static VMIntegrationServiceView Of(
        Guid owner, IntegrationServiceType type, IReadOnlyList<IntegrationServiceKind> enabled) => new()
        {
            Kind = type.Kind,
            Name = type.Name,
            Id = $@"Microsoft:{owner.ToString().ToUpperInvariant()}\{type.Id.ToString().ToUpperInvariant()}",
            IsEnabled = enabled.Contains(type.Kind),
        };

    private static VMIntegrationComponentOperationalStatus? PrimaryOf(
        VirtualMachine vm, IntegrationServiceKind kind) =>
        !vm.HoldsResources ? null
        : !vm.EnabledServices.Contains(kind) ? VMIntegrationComponentOperationalStatus.Ok
        : !IntegrationServices.IsWorking(vm, kind) ? VMIntegrationComponentOperationalStatus.NoContact
        : kind == IntegrationServiceKind.Heartbeat && (vm.IsFrozen || vm.Guest == GuestState.Hung)
            ? VMIntegrationComponentOperationalStatus.LostCommunication
        : VMIntegrationComponentOperationalStatus.Ok;

    private static VMIntegrationComponentOperationalStatus? SecondaryOf(
        PhysicalComputer host, VirtualMachine vm, IntegrationServiceKind kind) =>
        !IntegrationServices.IsWorking(vm, kind) ? null
        : kind == IntegrationServiceKind.Heartbeat
            ? PrimaryOf(vm, kind) == VMIntegrationComponentOperationalStatus.Ok
                ? VMIntegrationComponentOperationalStatus.Ok
                : null
        : IntegrationVersions.IsOlder(vm.IntegrationServicesVersion!, IntegrationVersions.OfHost(host.Edition!.Version))
            ? VMIntegrationComponentOperationalStatus.ProtocolMismatch
        : null;
}
