using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>The local groups that the lab knows, and who is in them.</summary>
internal static class LocalGroups
{
    /// <summary>Who may do everything on a computer.</summary>
    public const string Administrators = "Administrators";

    /// <summary>The groups of every computer.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [Administrators, "Distributed COM Users", "Remote Desktop Users", "Users"];

    /// <summary>
    /// Whether an account is one of a computer's administrators, by itself or as one of the Domain Admins.
    /// </summary>
    public static bool IsAdministrator(LabState lab, Key<Account>? account, PhysicalComputer computer)
    {
        if (account is not { } key)
        {
            return true;
        }

        Account known = lab.Accounts[key];
        return Find(lab, computer.Key, Administrators, known.Name) is not null
            || known is { IsDomainAdministrator: true, Domain: { } domain }
                && Find(lab, computer.Key, Administrators, DomainAdmins(lab.Domains[domain])) is not null;
    }

    /// <summary>The name of a domain's administrators group.</summary>
    public static string DomainAdmins(DirectoryDomain domain) => $@"{domain.NetBiosName}\Domain Admins";

    /// <summary>A local group's own name.</summary>
    /// <exception cref="HyperVLab.Engine.Requests.LabException">The computer has none of that name.</exception>
    public static string DemandGroup(PhysicalComputer computer, string group)
    {
        foreach (string name in Names)
        {
            if (string.Equals(name, group, StringComparison.OrdinalIgnoreCase))
            {
                return name;
            }
        }

        throw DirectoryErrors.NoSuchGroup.For(group, computer.Name, group, string.Join(", ", Names));
    }

    /// <summary>
    /// The own name of an account or group that a computer can find: those of its domain; null where there is none.
    /// </summary>
    public static string? FindPrincipal(LabState lab, PhysicalComputer computer, string name) =>
        lab.Domains.Find(computer.Domain) is { } domain ? FindPrincipal(lab, domain, name) : null;

    /// <summary>The own name of an account or group of a domain; null where there is none.</summary>
    public static string? FindPrincipal(LabState lab, DirectoryDomain domain, string name)
    {
        if (string.Equals(DomainAdmins(domain), name, StringComparison.OrdinalIgnoreCase))
        {
            return DomainAdmins(domain);
        }

        foreach (Account account in lab.Accounts)
        {
            if (account.Domain == domain.Key && string.Equals(account.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return account.Name;
            }
        }

        return null;
    }

    /// <summary>A membership; null where there is none.</summary>
    public static LocalGroupMember? Find(LabState lab, Key<PhysicalComputer> computer, string group, string name)
    {
        foreach (LocalGroupMember member in lab.MembersByComputer.Of(computer))
        {
            if (string.Equals(member.Group, group, StringComparison.OrdinalIgnoreCase)
                && string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>Adds a member; one that is in the group is left alone.</summary>
    public static void Add(LabState lab, Key<PhysicalComputer> computer, string group, string name)
    {
        if (Find(lab, computer, group, name) is null)
        {
            lab.LocalGroupMembers.Add(key => new LocalGroupMember(key, computer, group, name));
        }
    }
}
