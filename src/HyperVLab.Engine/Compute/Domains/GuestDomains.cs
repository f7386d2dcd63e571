using HyperVLab.Disks.Guests;
using HyperVLab.Engine.Compute.Load;
using HyperVLab.Engine.Compute.Integration;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// Guests in domains. A member's computer logs on with a password that only it and the domain know; it changes it every
/// 30 days, and whoever joins under a name that is there resets it. Two copies of a member have the same one until one
/// of them changes it: the other's logon fails from then on.
/// </summary>
internal static class GuestDomains
{
    private const string Source = "NETLOGON";

    /// <summary>Why a computer cannot join a domain now; null where it can.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="host">The host by whose network it would.</param>
    /// <param name="domain">The domain's DNS or NetBIOS name.</param>
    /// <param name="name">The computer's name.</param>
    /// <param name="account">Who joins it; null for the lab itself.</param>
    public static string? Refusal(
        LabState lab, Key<PhysicalComputer> host, string domain, string name, Key<Account>? account)
    {
        if (DirectoryServices.FindDomain(lab, domain) is not { } directory
            || !lab.Computers[directory.Controller].IsRunning || !lab.CanReach(host, directory.Controller))
        {
            return "the specified domain either does not exist or could not be contacted.";
        }

        if (lab.Accounts.Find(account) is { } who && (who.Domain != directory.Key || !who.CanCreateComputerObjects))
        {
            return $"access is denied to {who.Name}.";
        }

        return Find(lab, directory, name) is null && DirectoryServices.Find(lab, directory.Key, name) is not null
            ? "the account already exists, and is another computer's."
            : null;
    }

    /// <summary>Joins a computer that <see cref="Refusal"/> has nothing against.</summary>
    /// <returns>The domain's DNS name, and which password the computer has.</returns>
    public static (string Domain, int Password) Join(LabState lab, string domain, string name)
    {
        DirectoryDomain directory = DirectoryServices.FindDomain(lab, domain)!;
        if (Find(lab, directory, name) is { } known)
        {
            known.ChangePassword(lab.Now);
            return (directory.Name, known.MachinePassword);
        }

        DirectoryServices.CreateComputer(lab, directory.Key, name, DirectoryComputerKind.Member);
        GuestMembership made = lab.GuestMemberships.Add(
            key => new GuestMembership(key, directory.Key, name, lab.Now));
        return (directory.Name, made.MachinePassword);
    }

    /// <summary>How a guest stands with its domain.</summary>
    public static GuestDomainStatus StatusOf(LabState lab, VirtualMachine vm)
    {
        if (!vm.HasRunningGuest || vm.GuestDomain is not { } name)
        {
            return GuestDomainStatus.None;
        }

        if (DirectoryServices.FindDomain(lab, name) is not { } directory || !Reaches(lab, vm, directory.Controller))
        {
            return GuestDomainStatus.NoController;
        }

        return Find(lab, directory, vm.GuestComputerName!)?.MachinePassword == vm.GuestMachinePassword
            ? GuestDomainStatus.LoggedOn
            : GuestDomainStatus.TrustFailed;
    }

    /// <summary>A member has booted: it logs on, and changes its password where that is old.</summary>
    public static void LogOn(LabState lab, VirtualMachine vm)
    {
        switch (StatusOf(lab, vm))
        {
            case GuestDomainStatus.LoggedOn:
                Renew(lab, vm);
                break;
            case GuestDomainStatus.TrustFailed:
                Say(lab, vm, "The trust relationship between this workstation and the primary domain failed.");
                break;
            case GuestDomainStatus.NoController:
                Say(lab, vm, $"No domain controller is available for domain {vm.GuestDomain}.");
                break;
            default:
                break;
        }
    }

    private static void Renew(LabState lab, VirtualMachine vm)
    {
        DirectoryDomain directory = DirectoryServices.FindDomain(lab, vm.GuestDomain!)!;
        GuestMembership account = Find(lab, directory, vm.GuestComputerName!)!;
        if (lab.Now - account.ChangedAt < ComputeSettings.MachinePasswordAge
            || BootDisk.Read(lab, vm, out _) is not { } system)
        {
            return;
        }

        // What cannot be written now is tried again at the next boot.
        GuestSystemRecord changed = system with { MachinePassword = account.MachinePassword + 1 };
        if (BootDisk.TryWrite(lab, vm, disk => GuestIdentity.Write(disk, changed)))
        {
            account.ChangePassword(lab.Now);
            vm.LoadGuest(GuestServices.On(lab.Computers[vm.Computer], changed));
        }
    }

    private static bool Reaches(LabState lab, VirtualMachine vm, Key<PhysicalComputer> computer) =>
        LoadEndpoints.Of(lab, new LoadEnd(vm.Key, null)).Any(near => near.IsUp
            && LoadEndpoints.Of(lab, new LoadEnd(null, computer)).Any(far => far.IPAddress is { } address
                && IPTrips.Find(lab, IPSender.Of(lab, near), address).Status == PingStatus.Success));

    private static GuestMembership? Find(LabState lab, DirectoryDomain directory, string name)
    {
        foreach (GuestMembership account in lab.GuestMemberships)
        {
            if (account.Domain == directory.Key
                && string.Equals(account.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return account;
            }
        }

        return null;
    }

    private static void Say(LabState lab, VirtualMachine vm, string what) =>
        lab.Write(LogLevel.Error, Source, lab.NameOf(vm.Computer), $"{vm.GuestComputerName} ('{vm.Name}'): {what}");
}
