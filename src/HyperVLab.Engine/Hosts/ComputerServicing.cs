using HyperVLab.Engine.Hosts.Notices;
using HyperVLab.Engine.Requests;

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
        computer.ClaimDisksByMpio(hasDsm && computer.HasFeature(FeatureCatalogue.MultipathIO));
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
                lab.Cancel(feature.Sequence);
                lab.Fail(feature.Job, reason, computer.Name, computer.Name);
                feature.Become(feature.State);
            }
        }

        foreach (InstalledPackage package in lab.Packages.ToArray())
        {
            if (package.Computer == computer.Key && package.State == PackageState.Installing)
            {
                lab.Cancel(package.Sequence);
                lab.Fail(package.Job, reason, computer.Name, computer.Name);
                lab.Packages.Remove(package.Key);
            }
        }
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
