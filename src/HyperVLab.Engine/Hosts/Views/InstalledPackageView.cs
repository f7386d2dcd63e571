namespace HyperVLab.Engine.Hosts;

/// <summary>A vendor's package on a computer.</summary>
public sealed record InstalledPackageView
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

    /// <summary>How far it is.</summary>
    public required PackageState State { get; init; }

    internal static InstalledPackageView Of(LabState lab, InstalledPackage package) => new()
    {
        Key = package.Key.Number,
        ComputerName = lab.Computers[package.Computer].Name,
        ComputerKey = package.Computer.Number,
        Name = package.Name,
        DisplayName = PackageCatalogue.Find(package.Name)?.DisplayName ?? package.Name,
        State = package.State,
    };
}
