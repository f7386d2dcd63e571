namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>Servers that move in one night, since they depend on each other.</summary>
/// <param name="VMs">What they become, the longest conversion first.</param>
/// <param name="Criticality">How late they are moved.</param>
internal sealed record ScheduleUnit(IReadOnlyList<PlannedVM> VMs, int Criticality)
{
    /// <summary>The units of a plan, in the order in which they should move.</summary>
    /// <param name="vms">What is to be moved.</param>
    /// <param name="durationOf">How long a conversion takes.</param>
    public static IReadOnlyList<ScheduleUnit> Of(
        IReadOnlyList<PlannedVM> vms, Func<PlannedVM, TimeSpan> durationOf) =>
    [
        .. vms.GroupBy(KeyOf)
            .Select(group => new ScheduleUnit(
                [.. group.OrderByDescending(durationOf).ThenBy(static vm => vm.Server.Number)],
                group.Max(static vm => RoleProfile.Of(vm.Server.Role).Criticality)))
            .OrderBy(static unit => unit.Criticality)
            .ThenByDescending(static unit => unit.VMs.Count)
            .ThenBy(static unit => unit.VMs.Min(static vm => vm.Server.Number)),
    ];

    // Domain controllers stand in for each other, so each is moved by itself; what else shares an application moves
    // together.
    private static (int Application, int Server) KeyOf(PlannedVM vm) =>
        (vm.Server.Application, vm.Server.Role == ServerRole.DomainController ? vm.Server.Number : 0);
}
