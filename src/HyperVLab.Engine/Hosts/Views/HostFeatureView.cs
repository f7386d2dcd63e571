namespace HyperVLab.Engine.Hosts;

/// <summary>A role or feature on a computer.</summary>
public sealed record HostFeatureView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>The computer.</summary>
    public required string ComputerName { get; init; }

    /// <summary>The computer's number.</summary>
    public required int ComputerKey { get; init; }

    /// <summary>The name that scripts use.</summary>
    public required string Name { get; init; }

    /// <summary>The name that people read.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Whether it is a role.</summary>
    public required bool IsRole { get; init; }

    /// <summary>How far it is.</summary>
    public required FeatureState InstallState { get; init; }

    /// <summary>Whether it waits for a restart.</summary>
    public required bool RestartNeeded { get; init; }

    internal static HostFeatureView Of(LabState lab, HostFeature feature)
    {
        FeatureDescription description = FeatureCatalogue.Find(feature.Name)!;
        return new HostFeatureView
        {
            Key = feature.Key.Number,
            ComputerName = lab.Computers[feature.Computer].Name,
            ComputerKey = feature.Computer.Number,
            Name = feature.Name,
            DisplayName = description.DisplayName,
            IsRole = description.IsRole,
            InstallState = feature.State,
            RestartNeeded = feature.State is FeatureState.InstallPending or FeatureState.UninstallPending,
        };
    }
}
