using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Requests;

/// <summary>Runs the setup of a vendor's package on a computer's own console; a driver works after a restart.</summary>
public sealed record InstallPackage : LabRequest
{
    /// <summary>The package's name, such as <c>SDDDSM</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        PhysicalComputer computer = lab.RequireRunning(Computer);
        PackageDescription package = PackageCatalogue.Find(Name) ?? throw FeatureErrors.NoSuchPackage.For(
            Name, Name, string.Join(", ", PackageCatalogue.All.Select(known => known.Name)));
        if (PackageServicing.Find(lab, Computer, package.Name) is not null)
        {
            throw FeatureErrors.PackageIsInstalled.For(package.Name, package.Name, computer.Name);
        }

        PlatformRules.DemandSetup(computer, package);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job) =>
        PackageServicing.BeginSetup(lab, lab.Computers[Computer], PackageCatalogue.Find(Name)!, job);
}
