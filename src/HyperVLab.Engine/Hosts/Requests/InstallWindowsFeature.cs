using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Requests;

/// <summary>
/// Installs a Windows role or feature; one that is there is left alone, as the real one does. It is done at the
/// computer's own console.
/// </summary>
public sealed record InstallWindowsFeature : LabRequest
{
    /// <summary>The role's or feature's name, such as <c>Failover-Clustering</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        FeatureDescription description = FeatureRules.DemandKnown(Name);
        PhysicalComputer computer = lab.RequireRunning(Computer);
        FeatureRules.DemandRight(computer, description);
        FeatureRules.DemandIdle(computer, FeatureServicing.Find(lab, Computer, Name));
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        HostFeature feature = FeatureServicing.Find(lab, Computer, Name)!;
        job.Give(feature.Key);
        if (feature.State is not (FeatureState.Installed or FeatureState.InstallPending))
        {
            FeatureServicing.BeginChange(lab, feature, job);
        }
    }
}
