using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>Asks how a virtual machine's move to another host would go if it began now.</summary>
/// <param name="VM">The machine's number.</param>
/// <param name="DestinationHost">The host's number; null for the best node.</param>
/// <param name="Quick">Whether it would be saved, moved and restored, and not go on running.</param>
public sealed record MigrationForecastQuery(int VM, int? DestinationHost = null, bool Quick = false)
    : LabQuery<MigrationForecastView>
{
    /// <inheritdoc/>
    internal override MigrationForecastView Answer(LabState lab)
    {
        var key = new Key<VirtualMachine>(VM);
        Key<PhysicalComputer>? host = DestinationHost is { } number ? new Key<PhysicalComputer>(number) : null;
        new MoveVM { VM = key, DestinationHost = host, Live = !Quick, Quick = Quick }.Validate(lab, LabCaller.Lab);
        ClusterGroup group = ClusterQueries.GroupOf(lab, key)!;
        Key<ClusterNode>? node = host is { } there ? ClusterQueries.NodeOf(lab, there)!.Key : null;
        MigrationPlan plan = GroupMigration.PlanTo(lab, group, key, ClusterRules.RequireTarget(lab, group, node));
        return MigrationForecast.Of(
            lab, lab.VirtualMachines[key], Quick ? plan with { Kind = MigrationKind.Quick } : plan);
    }
}
