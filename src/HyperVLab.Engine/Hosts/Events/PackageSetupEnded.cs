using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Events;

/// <summary>A package's setup is through.</summary>
/// <param name="Package">The package.</param>
internal sealed record PackageSetupEnded(Key<InstalledPackage> Package) : LabEvent
{
    /// <inheritdoc/>
    internal override void Apply(LabState lab)
    {
        if (lab.Packages.Find(Package) is { State: PackageState.Installing } package)
        {
            PackageServicing.EndSetup(lab, package);
        }
    }
}
