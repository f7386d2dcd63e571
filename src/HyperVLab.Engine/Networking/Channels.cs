using HyperVLab.Engine.Networking.Notices;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// The channels of physical switches. A channel is known by its first card by key: what is learned by any of its ports
/// is learned by that one, and its VLANs are that one's.
/// </summary>
internal static class Channels
{
    /// <summary>The channel that a card's port is set to; null for none.</summary>
    public static PortChannel? Of(LabState lab, NetworkAdapter card) =>
        lab.PhysicalSwitchPorts.Count > 0 && card.PhysicalSwitch is { } physicalSwitch
            ? PortVlans.Find(lab, physicalSwitch, new SwitchPort(card.Key, null))?.Channel
            : null;

    /// <summary>The card by which the channel of a card is known; the card itself where it is in none.</summary>
    public static Key<NetworkAdapter> FirstOf(LabState lab, NetworkAdapter card) =>
        lab.PhysicalSwitchPorts.Count > 0 && BundledWith(lab, card) is [{ } first, ..] ? first.Key : card.Key;

    /// <summary>Whether a card is the one by which its channel is known, as one in none is.</summary>
    public static bool IsFirst(LabState lab, NetworkAdapter card) =>
        lab.PhysicalSwitchPorts.Count == 0 || FirstOf(lab, card) == card.Key;

    /// <summary>The card by which a channel sends a frame; null where all its links are down.</summary>
    public static NetworkAdapter? WayOut(LabState lab, NetworkAdapter first, in EthernetFrame frame)
    {
        if (lab.PhysicalSwitchPorts.Count == 0)
        {
            return first;
        }

        List<NetworkAdapter> cards = BundledWith(lab, first);
        if (cards.Count == 0)
        {
            return first;
        }

        cards.RemoveAll(card => !Adapters.IsLinkUp(lab, card));
        return cards.Count == 0 ? null : cards[(int)((frame.Source ^ frame.Destination) % (ulong)cards.Count)];
    }

    /// <summary>Whether a member's port is in a channel as its team needs, the same as the team's first such.</summary>
    public static bool Fits(LabState lab, NetworkAdapter team, NetworkAdapter member)
    {
        foreach (NetworkAdapter card in Adapters.MembersOf(lab, team))
        {
            if (Of(lab, card) is { } channel && channel.IsLacp == (team.Team!.Mode == TeamingMode.Lacp))
            {
                return card.PhysicalSwitch == member.PhysicalSwitch && Of(lab, member) == channel;
            }
        }

        return false;
    }

    /// <summary>Sets or clears the channel of a card's port; what was learned by the old and the new one is
    /// forgotten.</summary>
    public static void Set(LabState lab, NetworkAdapter card, PortChannel? channel)
    {
        Forget(lab, card);
        Key<PhysicalSwitch> physicalSwitch = card.PhysicalSwitch!.Value;
        PhysicalSwitchPort row = PortVlans.Find(lab, physicalSwitch, new SwitchPort(card.Key, null))
            ?? lab.PhysicalSwitchPorts.Add(
                key => new PhysicalSwitchPort(key, physicalSwitch, card.Key, null, PortVlan.Open));
        row.SetChannel(channel);
        Forget(lab, card);
        if (Adapters.IsLinkUp(lab, card))
        {
            Cables.BeHeard(lab, card);
        }

        lab.Raise(new AdapterChanged(card.Key));
    }

    /// <summary>What was learned by a card, or by a channel that it belongs to, is forgotten.</summary>
    public static void Forget(LabState lab, NetworkAdapter card)
    {
        SwitchTables.Forget(lab, card.Key);
        foreach (NetworkAdapter other in BundledWith(lab, card))
        {
            SwitchTables.Forget(lab, other.Key);
        }
    }

    // Ports of one LACP channel join where who is plugged in speaks LACP; others work on their own (IEEE 802.1AX).
    private static List<NetworkAdapter> BundledWith(LabState lab, NetworkAdapter card) =>
        Of(lab, card) is { } channel && IsBundled(lab, card, channel)
            ? [.. lab.CardsBySwitch.Of(card.PhysicalSwitch!.Value).Where(
                other => Of(lab, other) == channel && IsBundled(lab, other, channel))]
            : [];

    private static bool IsBundled(LabState lab, NetworkAdapter card, PortChannel channel) =>
        !channel.IsLacp || lab.NetworkAdapters.Find(card.Bond)?.Team is { Mode: TeamingMode.Lacp };
}
