using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking.Notices;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// Makes one adapter of several and takes it apart: a vendor's bond, a team of Windows, or the team embedded in a
/// virtual switch.
/// </summary>
internal static class Bonds
{
    /// <summary>Makes one adapter of several; it takes the first one's MAC address and addresses.</summary>
    public static NetworkAdapter Create(
        LabState lab,
        Key<PhysicalComputer> computer,
        NetworkAdapterKind kind,
        string name,
        IReadOnlyList<NetworkAdapter> members,
        TeamSettings? team = null)
    {
        NetworkAdapter bond = Adapters.Add(
            lab,
            computer,
            kind,
            name,
            Adapters.FreeDescription(lab, computer, DescriptionOf(kind)),
            members[0].MacAddress,
            0);
        bond.SetTeam(team);
        foreach (NetworkAdapter member in members.Skip(1))
        {
            AdapterSuccession.Drop(lab, member);
        }

        foreach (NetworkAdapter member in members)
        {
            member.JoinBond(bond.Key);
        }

        SumUp(lab, bond);
        AdapterSuccession.Move(lab, members[0], bond);
        return bond;
    }

    /// <summary>Takes a bond apart; its first member gets its addresses back.</summary>
    public static void Remove(LabState lab, NetworkAdapter bond)
    {
        List<NetworkAdapter> members = [.. Adapters.MembersOf(lab, bond)];
        foreach (NetworkAdapter nic in TeamNics.Of(lab, bond).Skip(1))
        {
            TeamNics.Remove(lab, nic);
        }

        foreach (NetworkAdapter member in members)
        {
            Leave(lab, member);
        }

        AdapterSuccession.Move(lab, bond, members[0]);
        AdapterSuccession.Remove(lab, bond, members[0].Key);
        foreach (NetworkAdapter member in members)
        {
            Addresses.AskPool(lab, member);
        }
    }

    /// <summary>One more adapter becomes a member.</summary>
    public static void Add(LabState lab, NetworkAdapter bond, NetworkAdapter member, bool isStandby)
    {
        AdapterSuccession.Drop(lab, member);
        Channels.Forget(lab, member);
        member.JoinBond(bond.Key);
        member.SetStandby(isStandby);
        SumUp(lab, bond);
        Announce(lab, bond);
    }

    /// <summary>A member becomes an adapter of its own again; others must be left.</summary>
    public static void RemoveMember(LabState lab, NetworkAdapter bond, NetworkAdapter member)
    {
        Leave(lab, member);
        SumUp(lab, bond);
        Announce(lab, bond);
        Addresses.AskPool(lab, member);
    }

    /// <summary>A member carries from now on, or only while another one cannot.</summary>
    public static void SetStandby(LabState lab, NetworkAdapter bond, NetworkAdapter member, bool isStandby)
    {
        Channels.Forget(lab, member);
        member.SetStandby(isStandby);
        Announce(lab, bond);
    }

    /// <summary>
    /// A team comes up anew: where the member is gone whose MAC address it has, it takes that of its first one
    /// (Microsoft, NIC Teaming MAC Address Use and Management: when the host starts, or when the team's adapter was
    /// disabled and is enabled).
    /// </summary>
    public static void ChooseMac(LabState lab, NetworkAdapter bond)
    {
        List<NetworkAdapter> members = [.. Adapters.MembersOf(lab, bond)];
        if (bond.Kind != NetworkAdapterKind.Team || members.Exists(member => member.MacAddress == bond.MacAddress))
        {
            return;
        }

        string old = bond.MacAddress;
        foreach (NetworkAdapter nic in TeamNics.Of(lab, bond))
        {
            if (nic.IsDhcp)
            {
                AdapterSuccession.Drop(lab, nic);
            }

            nic.SetMacAddress(members[0].MacAddress);
            lab.MacIndex.Change(lab, old, nic.MacAddress);
            foreach (Station rider in lab.Stations.Where(station => station.Adapter == nic.Key).ToList())
            {
                Stations.MoveTo(lab, rider.Key, nic.Key);
            }
        }
    }

    /// <summary>Changes how a team works.</summary>
    public static void Change(LabState lab, NetworkAdapter bond, TeamSettings team)
    {
        foreach (NetworkAdapter member in Adapters.MembersOf(lab, bond))
        {
            Channels.Forget(lab, member);
        }

        bond.SetTeam(team);
        Announce(lab, bond);
    }

    /// <summary>
    /// Lets who is behind a bond be heard by the members that carry now, so that switches learn the ports.
    /// </summary>
    public static void Announce(LabState lab, NetworkAdapter bond)
    {
        if (Carriers.FirstOf(lab, bond) is { } member)
        {
            Cables.BeHeard(lab, member);
        }

        lab.Raise(new AdapterChanged(bond.Key));
    }

    private static void Leave(LabState lab, NetworkAdapter member)
    {
        Channels.Forget(lab, member);
        member.JoinBond(null);
        member.SetStandby(false);
    }

    private static void SumUp(LabState lab, NetworkAdapter bond)
    {
        long sum = Adapters.MembersOf(lab, bond).Sum(member => member.LinkSpeedBitsPerSecond);
        foreach (NetworkAdapter nic in TeamNics.Of(lab, bond))
        {
            nic.SetLinkSpeed(sum);
        }
    }

    private static string DescriptionOf(NetworkAdapterKind kind) => kind switch
    {
        NetworkAdapterKind.Team => NetworkSettings.TeamDescription,
        NetworkAdapterKind.EmbeddedTeam => NetworkSettings.EmbeddedTeamDescription,
        _ => NetworkSettings.BondDescription,
    };
}
