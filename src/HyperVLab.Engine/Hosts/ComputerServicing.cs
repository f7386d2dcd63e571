using HyperVLab.Engine.Hosts.Notices;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>What waits for a computer's next boot, and what a shutdown interrupts.</summary>
internal static class ComputerServicing
{
    /// <summary>Lets a booting computer take its new name, domain, features and drivers.</summary>
    public static void TakeEffect(LabState lab, PhysicalComputer computer)
    {
        TakeName(lab, computer);
        TakeDomain(lab, computer);
        TakeFeatures(lab, computer);
        bool hasDsm = false;
        foreach (InstalledPackage package in lab.Packages)
        {
            if (package.Computer == computer.Key)
            {
                package.Become(PackageState.Installed);
                hasDsm |= PackageCatalogue.Find(package.Name) is { IsDeviceSpecificModule: true };
            }
        }

        // Microsoft's framework alone claims nothing here: the storage needs its vendor's module.
        computer.ClaimDisksByMpio(
            (hasDsm && computer.HasFeature(FeatureCatalogue.MultipathIO)) || computer.Edition?.Platform is not null);
    }

    /// <summary>
    /// Why a computer has to be restarted, in the order of what happens then; empty where it need not.
    /// </summary>
    public static IReadOnlyList<string> PendingReasons(LabState lab, PhysicalComputer computer)
    {
        List<string> reasons = [];
        if (computer.PendingName is not null)
        {
            reasons.Add("ComputerRename");
        }

        if (computer.PendingDomain is not null)
        {
            reasons.Add("DomainJoin");
        }

        foreach (HostFeature feature in lab.Features)
        {
            if (feature.Computer == computer.Key
                && feature.State is (FeatureState.InstallPending or FeatureState.UninstallPending))
            {
                reasons.Add(feature.Name);
            }
        }

        foreach (InstalledPackage package in lab.Packages)
        {
            if (package.Computer == computer.Key && package.State == PackageState.RestartPending)
            {
                reasons.Add(package.Name);
            }
        }

        return reasons;
    }

    /// <summary>Ends what is being installed on a computer that stops; nothing of it stays.</summary>
    public static void Abort(LabState lab, PhysicalComputer computer, LabError reason)
    {
        foreach (HostFeature feature in lab.Features)
        {
            if (feature.Computer == computer.Key && feature.IsChanging)
            {
                lab.Fail(feature.Job, reason, computer.Name, computer.Name);
                Abandon(lab, feature);
            }
        }

        foreach (InstalledPackage package in lab.Packages.ToArray())
        {
            if (package.Computer == computer.Key && package.State == PackageState.Installing)
            {
                lab.Fail(package.Job, reason, computer.Name, computer.Name);
                Abandon(lab, package);
            }
        }
    }

    /// <summary>Takes back what a job is installing; what it has begun otherwise, such as a boot, goes on.</summary>
    public static void Abandon(LabState lab, Key<LabJob> job)
    {
        foreach (HostFeature feature in lab.Features)
        {
            if (feature.IsChanging && feature.Job == job)
            {
                Abandon(lab, feature);
            }
        }

        foreach (InstalledPackage package in lab.Packages.ToArray())
        {
            if (package.State == PackageState.Installing && package.Job == job)
            {
                Abandon(lab, package);
            }
        }
    }

    private static void Abandon(LabState lab, HostFeature feature)
    {
        lab.Cancel(feature.Sequence);
        feature.Become(feature.State);
    }

    private static void Abandon(LabState lab, InstalledPackage package)
    {
        lab.Cancel(package.Sequence);
        lab.Packages.Remove(package.Key);
    }

    private static void TakeName(LabState lab, PhysicalComputer computer)
    {
        if (computer.PendingName is not { } newName)
        {
            return;
        }

        string oldName = computer.Name;
        if ((computer.Domain ?? computer.PendingDomain) is { } domain)
        {
            DirectoryServices.Find(lab, domain, oldName)?.Rename(newName);
        }

        computer.TakePendingName();
        lab.Raise(new ComputerRenamed(computer.Key, oldName));
    }

    private static void TakeDomain(LabState lab, PhysicalComputer computer)
    {
        if (computer.PendingDomain is not { } domain)
        {
            return;
        }

        computer.TakePendingDomain();
        LocalGroups.Add(lab, computer.Key, LocalGroups.Administrators, LocalGroups.DomainAdmins(lab.Domains[domain]));
        lab.Raise(new DomainJoined(computer.Key, domain));
    }

    private static void TakeFeatures(LabState lab, PhysicalComputer computer)
    {
        foreach (HostFeature feature in lab.Features.ToArray())
        {
            if (feature.Computer == computer.Key)
            {
                switch (feature.State)
                {
                    case FeatureState.InstallPending:
                        FeatureServicing.LetWork(lab, feature);
                        break;
                    case FeatureState.UninstallPending:
                        FeatureServicing.TakeOff(lab, feature);
                        break;
                    default:
                        break;
                }
            }
        }
    }
}
