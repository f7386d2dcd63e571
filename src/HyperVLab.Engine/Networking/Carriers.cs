namespace HyperVLab.Engine.Networking;

/// <summary>
/// By which card frames go that somebody sends by an adapter: a card by itself, bonds and teams by one of their
/// members. A vendor's bond sends and hears by its first member with a link. A switch independent team gives each
/// address a member of its own (HyperVPort, Dynamic), or hears by its first one (hashes of addresses: one MAC address
/// cannot be behind two ports of a switch). A team with a channel sends by any member and hears by all.
/// </summary>
internal static class Carriers
{
    /// <summary>The members that carry frames now, by key, a standby member only where another one does not.</summary>
    public static List<NetworkAdapter> Active(LabState lab, NetworkAdapter carrier)
    {
        List<NetworkAdapter> active = [];
        NetworkAdapter? standby = null;
        bool isWhole = true;
        foreach (NetworkAdapter member in Adapters.MembersOf(lab, carrier))
        {
            bool works = Works(lab, carrier, member);
            if (member.IsStandby == true)
            {
                standby = works ? member : null;
            }
            else if (works)
            {
                active.Add(member);
            }
            else
            {
                isWhole = false;
            }
        }

        if (!isWhole && standby is not null)
        {
            active.Add(standby);
        }

        return active;
    }

    /// <summary>
    /// Whether a member could carry frames: its link is up, and its port in the channel that its team needs.
    /// </summary>
    public static bool Works(LabState lab, NetworkAdapter carrier, NetworkAdapter member) =>
        Adapters.IsLinkUp(lab, member)
        && (carrier.Team is not { NeedsChannel: true } || Channels.Fits(lab, carrier, member));

    /// <summary>The card by which a carrier hears what is for groups; null where none has a link.</summary>
    public static NetworkAdapter? FirstOf(LabState lab, NetworkAdapter carrier) => carrier switch
    {
        { Kind: NetworkAdapterKind.Physical } => Adapters.IsLinkUp(lab, carrier) ? carrier : null,
        { HasMembers: true } => Active(lab, carrier) is [{ } first, ..] ? first : null,
        _ => null,
    };

    /// <summary>The card by which frames of an address leave; null where none has a link.</summary>
    public static NetworkAdapter? CardFor(LabState lab, NetworkAdapter carrier, ulong mac) =>
        carrier.Team is { } team && (team.NeedsChannel || team.HasMemberForEach)
            ? Choose(lab, carrier, mac)
            : FirstOf(lab, carrier);

    /// <summary>Whether a carrier takes a frame that came in by a card: of several members' copies only one.</summary>
    public static bool Takes(LabState lab, NetworkAdapter carrier, NetworkAdapter card, in EthernetFrame frame) =>
        carrier.Team switch
        {
            null => FirstOf(lab, carrier) == card,
            { NeedsChannel: true } => Active(lab, carrier).Contains(card),
            _ when frame.IsForGroup => FirstOf(lab, carrier) == card,
            _ => CardFor(lab, carrier, frame.Destination) == card,
        };

    // Only the addresses of a member that fails go to others, and come back with it.
    private static NetworkAdapter? Choose(LabState lab, NetworkAdapter carrier, ulong mac)
    {
        List<NetworkAdapter> members =
            [.. Adapters.MembersOf(lab, carrier).Where(member => member.IsStandby != true)];
        NetworkAdapter home = members[(int)(mac % (ulong)members.Count)];
        List<NetworkAdapter> active = Active(lab, carrier);
        return active.Contains(home) ? home : active.Count == 0 ? null : active[(int)(mac % (ulong)active.Count)];
    }
}
