using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Requests;

/// <summary>
/// Removes a Windows role or feature; one that is not there is left alone, as the real one does. It is done at the
/// computer's own console.
/// </summary>
public sealed record UninstallWindowsFeature : LabRequest
{
    /// <summary>The role's or feature's name.</summary>
    public required string Name { get; init; }

    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        FeatureDescription description = FeatureRules.DemandKnown(Name);
        PhysicalComputer computer = lab.RequireRunning(Computer);
        HostFeature? feature = FeatureServicing.Find(lab, Computer, Name);
        FeatureRules.DemandIdle(computer, feature);
        if (feature is null)
        {
            throw FeatureErrors.EditionWithoutFeature.For(
                computer.Name, computer.Edition!.Name, computer.Name, description.DisplayName);
        }

        if (computer.Edition is { IsHyperVServer: true } edition && description.Name == FeatureCatalogue.HyperV)
        {
            throw FeatureErrors.ServedByHyperVServer.For(computer.Name, edition.Name, computer.Name);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        HostFeature feature = FeatureServicing.Find(lab, Computer, Name)!;
        job.Give(feature.Key);
        if (feature.State is not (FeatureState.Available or FeatureState.UninstallPending))
        {
            FeatureServicing.BeginChange(lab, feature, job);
        }
    }
}
