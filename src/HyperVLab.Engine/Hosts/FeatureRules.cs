namespace HyperVLab.Engine.Hosts;

/// <summary>Which edition takes which role or feature.</summary>
internal static class FeatureRules
{
    /// <summary>The feature of a name.</summary>
    /// <exception cref="HyperVLab.Engine.Requests.LabException">There is none.</exception>
    public static FeatureDescription DemandKnown(string name) =>
        FeatureCatalogue.Find(name) ?? throw FeatureErrors.NoSuchFeature.For(
            name, name, string.Join(", ", FeatureCatalogue.All.Select(feature => feature.Name)));

    /// <summary>Refuses a feature that is being installed or removed.</summary>
    /// <exception cref="HyperVLab.Engine.Requests.LabException">It is.</exception>
    public static void DemandIdle(PhysicalComputer computer, HostFeature? feature)
    {
        if (feature is { IsChanging: true })
        {
            throw FeatureErrors.FeatureIsChanging.For(feature.Name, feature.Name, computer.Name);
        }
    }

    /// <summary>Refuses a role or feature to which the computer's edition has no right.</summary>
    /// <exception cref="HyperVLab.Engine.Requests.LabException">It has none; the message names the edition.</exception>
    public static void DemandRight(PhysicalComputer computer, FeatureDescription feature)
    {
        Edition edition = computer.Edition!;
        if (!edition.HasFeatures || (feature.Name == FeatureCatalogue.FailoverClustering && !edition.HasClustering))
        {
            throw FeatureErrors.EditionWithoutFeature.For(
                computer.Name, edition.Name, computer.Name, feature.DisplayName);
        }

        if (feature.Name == FeatureCatalogue.HyperV && Platforms.Find(computer) is { } other
            && other != Platforms.HyperV)
        {
            throw PlatformErrors.PlatformThere.For(
                computer.Name, feature.DisplayName, computer.Name, other.Name);
        }

        if (edition.IsHyperVServer && feature.IsRole && feature.Name != FeatureCatalogue.HyperV)
        {
            throw FeatureErrors.OnlyHyperVRole.For(
                computer.Name, edition.Name, computer.Name, feature.DisplayName);
        }
    }
}
