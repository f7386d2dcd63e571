using HyperVLab.Engine.Hosts.Events;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>Installs vendors' packages.</summary>
internal static class PackageServicing
{
    /// <summary>A computer's package; null where it is not on it.</summary>
    public static InstalledPackage? Find(LabState lab, Key<PhysicalComputer> computer, string name)
    {
        foreach (InstalledPackage package in lab.Packages)
        {
            if (package.Computer == computer && string.Equals(package.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return package;
            }
        }

        return null;
    }

    /// <summary>Starts a package's setup.</summary>
    public static void BeginSetup(LabState lab, PhysicalComputer computer, PackageDescription description, LabJob job)
    {
        InstalledPackage package = lab.Packages.Add(key => new InstalledPackage(key, computer.Key, description.Name));
        package.BeginSetup(job.Key, lab.Schedule(HostSettings.PackageDuration, new PackageSetupEnded(package.Key)));
        job.GoOn();
        job.Give(package.Key);
        lab.Step(job.Key, $"Running the setup of {description.DisplayName} on {computer.Name}", 0);
    }

    /// <summary>
    /// Ends it. Some work at once. A DSM's setup enables multipath I/O too, as the tutorial
    /// found; both wait for the restart.
    /// </summary>
    public static void EndSetup(LabState lab, InstalledPackage package)
    {
        Key<LabJob>? job = package.Job;
        if (PackageCatalogue.Find(package.Name) is { WorksAtOnce: true } known)
        {
            package.Become(PackageState.Installed);
            LetWork(lab.Computers[package.Computer], known);
            lab.Complete(job);
            return;
        }

        package.Become(PackageState.RestartPending);
        lab.Warn(job, HostWarnings.RestartFinishesInstallation(lab.Computers[package.Computer].Name));
        if (PackageCatalogue.Find(package.Name) is { IsDeviceSpecificModule: true }
            && FeatureServicing.Find(lab, package.Computer, FeatureCatalogue.MultipathIO) is { } feature)
        {
            RequireMultipathIO(lab, feature);
        }

        lab.Complete(job);
    }

    private static void LetWork(PhysicalComputer computer, PackageDescription package)
    {
        computer.LetFeatureWork(package.Name, works: true);
        if (package.Platform is { } platform)
        {
            string? path = Platforms.Of(platform).DefaultPath;
            computer.SetPaths(path, path);
        }
    }

    private static void RequireMultipathIO(LabState lab, HostFeature feature)
    {
        Key<LabJob>? other = feature.Job;
        lab.Cancel(feature.Sequence);
        feature.Become(feature.State is FeatureState.Installed or FeatureState.UninstallPending
            ? FeatureState.Installed
            : FeatureState.InstallPending);
        lab.Complete(other);
    }
}
