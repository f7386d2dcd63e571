using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>Refuses what a platform lacks, by its name.</summary>
internal static class PlatformRules
{
    /// <summary>The running host under a key.</summary>
    /// <exception cref="LabException">It is gone, does not run, or nothing on it runs virtual machines.</exception>
    public static PhysicalComputer RequireVMHost(this LabState lab, Key<PhysicalComputer> key)
    {
        PhysicalComputer computer = lab.RequireRunning(key);
        return Platforms.Find(computer) is null
            ? throw FeatureErrors.FeatureMissing.For(computer.Name, computer.Name, FeatureCatalogue.HyperV)
            : computer;
    }

    /// <summary>Why something cannot be done on a host for want of a feature; null where it can.</summary>
    /// <param name="host">The host.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="what">What it is wanted for, such as a machine's name.</param>
    public static LabException? Refusal(PhysicalComputer host, PlatformFeature feature, string what) =>
        Platforms.Of(host) is var platform && platform.LackOf(feature) is { } lack
            ? PlatformErrors.Lacks.For(what, what, host.Name, platform.Name, lack.Name, lack.Instead)
            : null;

    /// <summary>Refuses what the platform of a host lacks.</summary>
    /// <exception cref="LabException">It does.</exception>
    public static void Demand(PhysicalComputer host, PlatformFeature feature, string what)
    {
        if (Refusal(host, feature, what) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>Refuses a package that a computer cannot have.</summary>
    /// <exception cref="LabException">Its edition does not take it, or it is a host of another platform.</exception>
    public static void DemandSetup(PhysicalComputer computer, PackageDescription package)
    {
        if (package.Platform is null)
        {
            DemandWindows(computer, package);
            return;
        }

        if (Platforms.Find(computer) is { } other)
        {
            throw PlatformErrors.PlatformThere.For(
                computer.Name, package.DisplayName, computer.Name, other.Name);
        }

        if (computer.Edition is not
            {
                IsClient: false, IsHyperVServer: false, Version: WindowsVersion.W2003 or WindowsVersion.W2008,
            })
        {
            throw PlatformErrors.EditionWithout.For(
                computer.Name, package.DisplayName, computer.Name, computer.Edition?.Name ?? "no system");
        }
    }

    // A service of Windows needs more of it than Hyper-V Server is, and ESX is none.
    private static void DemandWindows(PhysicalComputer computer, PackageDescription package)
    {
        bool takes = computer.Edition is { Version: > WindowsVersion.None } edition
            && (!package.WorksAtOnce || edition is { IsClient: false, IsHyperVServer: false });
        if (!takes)
        {
            throw PlatformErrors.NeedsWindows.For(
                computer.Name, package.DisplayName, computer.Name, computer.Edition?.Name ?? "no system");
        }
    }
}
