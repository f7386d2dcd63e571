using System.Globalization;
using HyperVLab.Engine.Hosts.Notices;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>Makes computers, the domain and its accounts: for requests, and for labs that are there at once.</summary>
internal static class HostFactory
{
    /// <summary>Puts a computer into the lab, off and bare.</summary>
    public static PhysicalComputer AddComputer(
        LabState lab, string name, ComputerRole role, HostHardware hardware, Key<Chassis>? chassis = null,
        int? bay = null)
    {
        PhysicalComputer computer = lab.Computers.Add(key => new PhysicalComputer(
            key, name, role, hardware, lab.Draws.Identifier("computer-id", key.Number)));
        if (chassis is { } blades && bay is { } place)
        {
            computer.PutInto(blades, place);
        }

        lab.Raise(new ComputerAdded(computer.Key));
        return computer;
    }

    /// <summary>Installs an edition on a bare computer and lets it run, in no time.</summary>
    public static void InstallAtOnce(LabState lab, PhysicalComputer computer, string editionId)
    {
        computer.Enter(ComputerState.Installing, null);
        computer.BeginSetup(editionId);
        ComputerSetup.Finish(lab, computer);
        ComputerPower.ComeUp(lab, computer);
    }

    /// <summary>Lets a feature work on a computer, in no time; one that works is left alone.</summary>
    public static void EnableFeatureAtOnce(LabState lab, PhysicalComputer computer, string name)
    {
        if (FeatureServicing.Find(lab, computer.Key, name) is { State: not FeatureState.Installed } feature)
        {
            FeatureServicing.LetWork(lab, feature);
        }
    }

    /// <summary>Puts a package's drivers on a computer and lets multipath I/O claim its disks, in no time.</summary>
    public static void EnableMpioAtOnce(LabState lab, PhysicalComputer computer, string package)
    {
        lab.Packages.Add(key => new InstalledPackage(key, computer.Key, package)).Become(PackageState.Installed);
        EnableFeatureAtOnce(lab, computer, FeatureCatalogue.MultipathIO);
        computer.ClaimDisksByMpio(true);
    }

    /// <summary>Opens a computer for remote management, remote desktop and remote disk management.</summary>
    public static void OpenAtOnce(LabState lab, PhysicalComputer computer)
    {
        computer.AllowRemoteManagement(true);
        computer.AllowRemoteDesktop(true);
        foreach (string group in FirewallGroups.Names)
        {
            if (group != FirewallGroups.FailoverClusters)
            {
                FirewallGroups.Enable(lab, computer.Key, group, enabled: true);
            }
        }
    }

    /// <summary>Makes a domain on a running computer, which becomes its controller.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="name">The domain's DNS name, such as <c>lab.local</c>.</param>
    /// <param name="netBiosName">Its NetBIOS name, such as <c>LAB</c>.</param>
    /// <param name="controller">The computer.</param>
    public static DirectoryDomain AddDomain(
        LabState lab, string name, string netBiosName, PhysicalComputer controller)
    {
        DirectoryDomain domain = lab.Domains.Add(key => new DirectoryDomain(
            key, name, netBiosName, DrawSid(lab, "domain-sid", key.Number), controller.Key));
        EnableFeatureAtOnce(lab, controller, "AD-Domain-Services");
        EnableFeatureAtOnce(lab, controller, "DNS");
        Join(lab, controller, domain, DirectoryComputerKind.Controller);
        return domain;
    }

    /// <summary>Makes a running computer a member of a domain, in no time.</summary>
    public static void JoinAtOnce(LabState lab, PhysicalComputer computer, DirectoryDomain domain) =>
        Join(lab, computer, domain, DirectoryComputerKind.Member);

    /// <summary>Makes the domain's administrator, who may do everything in the lab.</summary>
    public static Account AddAdministrator(LabState lab, DirectoryDomain domain)
    {
        Account account = lab.Accounts.Add(key => new Account(
            key, $@"{domain.NetBiosName}\Administrator", $"{domain.Sid}-500", isLabAdministrator: true));
        account.Enter(domain.Key, isDomainAdministrator: true, canCreateComputerObjects: true);
        return account;
    }

    /// <summary>Makes another account of a domain.</summary>
    public static Account AddAccount(
        LabState lab, DirectoryDomain domain, string name, bool isLabAdministrator, bool canCreateComputerObjects)
    {
        string sid = domain.IssueSid();
        Account account = lab.Accounts.Add(key => new Account(
            key, $@"{domain.NetBiosName}\{name}", sid, isLabAdministrator));
        account.Enter(domain.Key, isDomainAdministrator: false, canCreateComputerObjects);
        return account;
    }

    /// <summary>A security identifier of its own for a domain or a computer.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="purpose">For what it is drawn.</param>
    /// <param name="number">The number of what gets it.</param>
    public static string DrawSid(LabState lab, string purpose, int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"S-1-5-21-{SidPart(lab, purpose, number, 0)}-{SidPart(lab, purpose, number, 1)}"
        + $"-{SidPart(lab, purpose, number, 2)}");

    private static void Join(
        LabState lab, PhysicalComputer computer, DirectoryDomain domain, DirectoryComputerKind kind)
    {
        DirectoryServices.CreateComputer(lab, domain.Key, computer.Name, kind);
        computer.JoinAtBoot(domain.Key);
        ComputerServicing.TakeEffect(lab, computer);
    }

    private static uint SidPart(LabState lab, string purpose, int number, int index) =>
        (uint)lab.Draws.Between(1_000_000_000, uint.MaxValue, purpose, number, index);
}
