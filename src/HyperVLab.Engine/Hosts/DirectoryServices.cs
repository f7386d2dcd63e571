using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>Computer objects of the directory.</summary>
internal static class DirectoryServices
{
    /// <summary>Refuses what would keep the caller from creating a computer object, such as a cluster's.</summary>
    /// <exception cref="LabException">The controller cannot be reached, the caller has no right to, or the name
    /// exists.</exception>
    public static void DemandComputerCreation(
        LabState lab, LabCaller caller, Key<DirectoryDomain> domain, string name)
    {
        DirectoryDomain directory = lab.Domains[domain];
        PhysicalComputer controller = lab.Computers[directory.Controller];
        if (!controller.IsRunning || (caller.Computer is { } here && !lab.CanReach(here, controller.Key)))
        {
            throw DirectoryErrors.DirectoryNotContacted.For(directory.Name, directory.Name, controller.Name);
        }

        if (lab.Accounts.Find(caller.Account) is { } account
            && (account.Domain != domain || !account.CanCreateComputerObjects))
        {
            throw DirectoryErrors.ComputerObjectNotAllowed.For(name, name, account.Name);
        }

        if (Find(lab, domain, name) is not null || IsPromised(lab, name))
        {
            throw DirectoryErrors.ComputerObjectExists.For(name, name);
        }
    }

    /// <summary>Creates a computer object; <see cref="DemandComputerCreation"/> has been asked.</summary>
    public static DirectoryComputer CreateComputer(
        LabState lab, Key<DirectoryDomain> domain, string name, DirectoryComputerKind kind)
    {
        string sid = lab.Domains[domain].IssueSid();
        return lab.DirectoryComputers.Add(key => new DirectoryComputer(key, domain, name, sid, kind));
    }

    /// <summary>Deletes a computer object; one that is gone is left alone.</summary>
    public static void RemoveComputer(LabState lab, Key<DirectoryDomain> domain, string name)
    {
        if (Find(lab, domain, name) is { } found)
        {
            lab.DirectoryComputers.Remove(found.Key);
        }
    }

    /// <summary>The computer object of a name, ignoring case; null where there is none.</summary>
    public static DirectoryComputer? Find(LabState lab, Key<DirectoryDomain> domain, string name)
    {
        foreach (DirectoryComputer computer in lab.DirectoryComputers)
        {
            if (computer.Domain == domain && string.Equals(computer.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return computer;
            }
        }

        return null;
    }

    /// <summary>The domain of a DNS or NetBIOS name, ignoring case; null where there is none.</summary>
    public static DirectoryDomain? FindDomain(LabState lab, string name)
    {
        foreach (DirectoryDomain domain in lab.Domains)
        {
            if (string.Equals(domain.Name, name, StringComparison.OrdinalIgnoreCase)
                || string.Equals(domain.NetBiosName, name, StringComparison.OrdinalIgnoreCase))
            {
                return domain;
            }
        }

        return null;
    }

    // A member's object takes the name that waits for a boot, so nothing else may have it before.
    private static bool IsPromised(LabState lab, string name)
    {
        foreach (PhysicalComputer computer in lab.Computers)
        {
            if (string.Equals(computer.PendingName, name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
