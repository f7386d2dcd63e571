using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>Bonds that a vendor's driver makes of several adapters: to everybody else they are one.</summary>
internal static class Bonds
{
    /// <summary>Makes one adapter of several; it takes the first one's MAC address and addresses.</summary>
    public static NetworkAdapter Create(
        LabState lab, Key<PhysicalComputer> computer, string name, IReadOnlyList<NetworkAdapter> members)
    {
        NetworkAdapter bond = Adapters.Add(
            lab,
            computer,
            NetworkAdapterKind.Bond,
            name,
            Adapters.FreeDescription(lab, computer, NetworkSettings.BondDescription),
            members[0].MacAddress,
            members.Sum(member => member.LinkSpeedBitsPerSecond));
        foreach (NetworkAdapter member in members.Skip(1))
        {
            AdapterSuccession.Drop(lab, member);
        }

        foreach (NetworkAdapter member in members)
        {
            member.JoinBond(bond.Key);
        }

        AdapterSuccession.Move(lab, members[0], bond);
        return bond;
    }

    /// <summary>Takes a bond apart; its first member gets its addresses back.</summary>
    public static void Remove(LabState lab, NetworkAdapter bond)
    {
        List<NetworkAdapter> members = [.. Adapters.MembersOf(lab, bond)];
        foreach (NetworkAdapter member in members)
        {
            member.JoinBond(null);
        }

        AdapterSuccession.Move(lab, bond, members[0]);
        AdapterSuccession.Remove(lab, bond, members[0].Key);
        foreach (NetworkAdapter member in members)
        {
            Addresses.AskPool(lab, member);
        }
    }
}
