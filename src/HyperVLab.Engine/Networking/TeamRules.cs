using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>What holds for teams of network adapters.</summary>
internal static class TeamRules
{
    /// <summary>The computer, which runs a release that makes teams.</summary>
    /// <exception cref="LabException">It does not run, does not answer the caller, or runs an earlier one.</exception>
    public static PhysicalComputer DemandTeaming(LabState lab, LabCaller caller, Key<PhysicalComputer> key)
    {
        RemoteManagement.DemandManagement(lab, caller, key);
        PhysicalComputer computer = lab.RequireRunning(key);
        return computer.Edition is { Version: >= WindowsVersion.W2012 }
            ? computer
            : throw TeamErrors.NoTeaming.For(computer.Name, computer.Name, computer.Edition?.Name ?? "nothing");
    }

    /// <summary>The team of that name, ignoring case; null where there is none.</summary>
    public static NetworkAdapter? Find(LabState lab, Key<PhysicalComputer> computer, string name) =>
        Adapters.Of(lab, computer).FirstOrDefault(one => one.Kind == NetworkAdapterKind.Team
            && string.Equals(one.Team!.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The team of that name.</summary>
    /// <exception cref="LabException">There is none.</exception>
    public static NetworkAdapter Demand(LabState lab, PhysicalComputer computer, string name) =>
        Find(lab, computer.Key, name) ?? throw TeamErrors.NoSuchTeam.For(name, computer.Name, name);

    /// <summary>The member of a team.</summary>
    /// <exception cref="LabException">It has none of that name.</exception>
    public static NetworkAdapter DemandMember(LabState lab, NetworkAdapter team, string name) =>
        Adapters.MembersOf(lab, team).FirstOrDefault(
            member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase))
                ?? throw TeamErrors.NoSuchMember.For(name, name, team.Team!.Name);

    /// <summary>The team's adapter of that name.</summary>
    /// <exception cref="LabException">There is none, or it is no team's.</exception>
    public static NetworkAdapter DemandNic(LabState lab, PhysicalComputer computer, string name) =>
        Adapters.Find(lab, computer.Key, name) is
            { Kind: NetworkAdapterKind.Team or NetworkAdapterKind.TeamNic } nic
            ? nic
            : throw TeamErrors.NoSuchNic.For(name, computer.Name, name);

    /// <summary>Refuses what is no VLAN, or another of the team's adapters has.</summary>
    /// <exception cref="LabException">It cannot be the VLAN.</exception>
    public static void DemandVlan(LabState lab, NetworkAdapter team, int vlanId)
    {
        if (vlanId is < 0 or > 4094)
        {
            throw TeamErrors.NicVlanNotPossible.For(NetworkRules.Text(vlanId), NetworkRules.Text(vlanId));
        }

        if (TeamNics.Of(lab, team).Find(nic => nic.TeamVlanId == vlanId) is { } other)
        {
            throw TeamErrors.VlanTaken.For(other.Name, team.Team!.Name, other.Name, NetworkRules.Text(vlanId));
        }
    }

    /// <summary>Refuses the name of another adapter of the computer.</summary>
    /// <exception cref="LabException">One has it.</exception>
    public static void DemandFreeName(LabState lab, PhysicalComputer computer, string name)
    {
        if (Adapters.Find(lab, computer.Key, name) is not null)
        {
            throw NetworkErrors.AdapterNameTaken.For(name, computer.Name, name);
        }
    }

    /// <summary>Refuses what cannot be a team's members: none or too many, no cards, or taken ones.</summary>
    /// <exception cref="LabException">They cannot.</exception>
    public static void DemandMembers(
        LabState lab, string team, IReadOnlyList<NetworkAdapter> members, int most, NetworkAdapter? exceptOf = null)
    {
        if (members.Count == 0 || members.Count > most || members.Distinct().Count() < members.Count)
        {
            throw TeamErrors.MembersNotPossible.For(team, team, NetworkRules.Text(most));
        }

        foreach (NetworkAdapter member in members)
        {
            if (member.Kind != NetworkAdapterKind.Physical)
            {
                throw NetworkErrors.AdapterNotPhysical.For(member.Name, member.Name, lab.NameOf(member.Computer));
            }

            if (exceptOf is null || member.Bond != exceptOf.Key)
            {
                NetworkRules.DemandUntaken(lab, member);
            }
        }
    }

    /// <summary>Refuses to take out who is no member, or all members.</summary>
    /// <exception cref="LabException">One is none, or nobody would be left to carry.</exception>
    public static void DemandRemovable(LabState lab, NetworkAdapter team, IReadOnlyList<NetworkAdapter> removed)
    {
        List<NetworkAdapter> left = [.. Adapters.MembersOf(lab, team).Except(removed)];
        foreach (NetworkAdapter member in removed)
        {
            if (member.Bond != team.Key)
            {
                throw TeamErrors.NoSuchMember.For(member.Name, member.Name, team.Team!.Name);
            }

            if (left.TrueForAll(one => one.IsStandby == true))
            {
                throw TeamErrors.LastMember.For(member.Name, member.Name, team.Team!.Name);
            }
        }
    }

    /// <summary>Refuses Dynamic on a host whose release does not know it.</summary>
    /// <exception cref="LabException">It does not.</exception>
    public static void DemandAlgorithm(PhysicalComputer computer, LoadBalancingAlgorithm? algorithm)
    {
        if (algorithm == LoadBalancingAlgorithm.Dynamic && computer.Edition!.Version < WindowsVersion.W2012R2)
        {
            throw TeamErrors.NoDynamic.For(computer.Name, computer.Name, computer.Edition.Name);
        }
    }

    /// <summary>Refuses a team of Windows under a virtual switch where the release does.</summary>
    /// <param name="computer">The host.</param>
    /// <param name="adapter">What the switch is to take.</param>
    /// <param name="allow">Whether the caller wants it all the same (-AllowNetLbfoTeams).</param>
    /// <exception cref="LabException">It does.</exception>
    public static void DemandSwitchable(PhysicalComputer computer, NetworkAdapter? adapter, bool allow)
    {
        if (adapter?.Kind != NetworkAdapterKind.Team)
        {
            return;
        }

        switch (computer.Edition!.Version)
        {
            case >= WindowsVersion.W2025:
                throw TeamErrors.LbfoRefused.For(adapter.Name);
            case WindowsVersion.W2022 when !allow:
                throw TeamErrors.LbfoDeprecated.For(adapter.Name);
            default:
                break;
        }
    }

    /// <summary>What a new team spreads by unless it is said: Dynamic where the release knows it.</summary>
    public static LoadBalancingAlgorithm UsualAlgorithm(PhysicalComputer computer) =>
        computer.Edition!.Version >= WindowsVersion.W2012R2
            ? LoadBalancingAlgorithm.Dynamic
            : LoadBalancingAlgorithm.TransportPorts;
}
