using System.Globalization;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// The adapters of a team of Windows. The first comes with the team and takes untagged frames in its default mode;
/// others, and it where it is set so, take those of one VLAN, which they send with its tag. All have the team's MAC
/// address. A virtual switch leaves a team one adapter, in its default mode (Microsoft, NIC Teaming, Team interfaces).
/// </summary>
internal static class TeamNics
{
    /// <summary>The VLAN that everything is in which a team's adapter sends; untagged for other adapters.</summary>
    public static PortVlan VlanOf(NetworkAdapter adapter) =>
        adapter.TeamVlanId is { } vlanId and > 0 ? PortVlan.Access(vlanId) : PortVlan.Untagged;

    /// <summary>A frame as a team sends it for one of its adapters.</summary>
    public static EthernetFrame Tagged(NetworkAdapter adapter, in EthernetFrame frame) =>
        frame.Tag == 0 ? frame with { Tag = VlanOf(adapter).Ingress(0) } : frame;

    /// <summary>The team whose adapter it is; the adapter itself where it is none.</summary>
    public static NetworkAdapter TeamOf(LabState lab, NetworkAdapter adapter) =>
        lab.NetworkAdapters.Find(adapter.TeamNicOf) ?? adapter;

    /// <summary>A team's adapters: the first one, then others by key.</summary>
    public static List<NetworkAdapter> Of(LabState lab, NetworkAdapter team) =>
        [team, .. Adapters.Of(lab, team.Computer).Where(adapter => adapter.TeamNicOf == team.Key)];

    /// <summary>Which of a carrier's adapters takes frames with a tag; null for none.</summary>
    public static NetworkAdapter? At(LabState lab, NetworkAdapter carrier, int tag)
    {
        if (carrier.Kind != NetworkAdapterKind.Team)
        {
            return tag == 0 ? carrier : null;
        }

        List<NetworkAdapter> nics = Of(lab, carrier);
        return nics.Find(nic => nic.TeamVlanId == tag)
            ?? (tag == 0 ? nics.Find(static nic => nic.TeamVlanId is null) : null);
    }

    /// <summary>What a team's adapter is called unless it is said, as Windows does.</summary>
    public static string NameOf(string team, int vlanId) =>
        string.Create(CultureInfo.InvariantCulture, $"{team} - VLAN {vlanId}");

    /// <summary>Adds an adapter for a VLAN.</summary>
    public static NetworkAdapter Add(LabState lab, NetworkAdapter team, string name, int vlanId)
    {
        NetworkAdapter made = Adapters.Add(
            lab,
            team.Computer,
            NetworkAdapterKind.TeamNic,
            name,
            Adapters.FreeDescription(lab, team.Computer, NetworkSettings.TeamDescription),
            team.MacAddress,
            team.LinkSpeedBitsPerSecond);
        made.ServeVlanOf(team.Key);
        made.SetTeamVlan(vlanId);
        Addresses.AskPool(lab, made);
        return made;
    }

    /// <summary>
    /// Gives a team's adapter another VLAN, or null for the default mode. What it had from a pool of the old one goes
    /// back; one that the team named is named anew.
    /// </summary>
    public static void Change(LabState lab, NetworkAdapter nic, int? vlanId)
    {
        string? renamed = RenamedTo(lab, nic, vlanId);
        if (nic.IsDhcp)
        {
            AdapterSuccession.Drop(lab, nic);
        }

        nic.SetTeamVlan(vlanId);
        nic.Rename(renamed ?? nic.Name);
        Addresses.Configure(lab, nic, AddressSettings.Of(nic));
        Addresses.AskPool(lab, nic);
    }

    /// <summary>The name that an adapter takes with a VLAN; null where it keeps one that somebody gave it.</summary>
    public static string? RenamedTo(LabState lab, NetworkAdapter nic, int? vlanId)
    {
        string team = TeamOf(lab, nic).Team!.Name;
        string given = nic.TeamVlanId is { } old ? NameOf(team, old) : team;
        return nic.Name != given ? null : vlanId is { } now ? NameOf(team, now) : team;
    }

    /// <summary>Removes an adapter for a VLAN, with its addresses.</summary>
    public static void Remove(LabState lab, NetworkAdapter nic)
    {
        AdapterSuccession.Drop(lab, nic);
        AdapterSuccession.Remove(lab, nic, null);
    }
}
