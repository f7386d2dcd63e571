using HyperVLab.Engine.Compute.Requests;

namespace HyperVLab.Engine.Swarm;

/// <summary>What admins do to integration services.</summary>
internal static class SwarmServiceActions
{
    private static readonly string[] s_names = ["Heartbeat", "Shutdown", "Time Synchronization", "VSS"];

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<SwarmKind> All { get; } =
    [
        new("TakeService", static (dice, on) => new DisableVMIntegrationService
        {
            VM = dice.One(on.VMs), Name = dice.One(s_names),
        }),
        new("OfferService", static (dice, on) => new EnableVMIntegrationService
        {
            VM = dice.One(on.VMs), Name = dice.One(s_names),
        }),
    ];
}
