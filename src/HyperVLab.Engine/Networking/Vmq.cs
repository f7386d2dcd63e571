using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// Virtual machine queues: a card sorts what it receives by MAC address and VLAN into queues, each served by a
/// processor of its own, and the rest into the default queue, which one processor sorts and copies.
/// </summary>
internal static class Vmq
{
    /// <summary>How many queues a card has; none where it is too slow for them.</summary>
    public static int CountOf(NetworkAdapter card) => card.LinkSpeedBitsPerSecond switch
    {
        >= NetworkSettings.FastLinkBitsPerSecond => NetworkSettings.FastCardQueues,
        >= NetworkSettings.LinkSpeedBitsPerSecond => NetworkSettings.CardQueues,
        _ => 0,
    };

    /// <summary>
    /// How many queues a card or team has: those of the members together where each adapter has its member, otherwise
    /// as many as the member with the fewest.
    /// </summary>
    public static int CountIn(LabState lab, NetworkAdapter carrier) => carrier switch
    {
        { HasMembers: false } => CountOf(carrier),
        { Team.HasMemberForEach: true } => Adapters.MembersOf(lab, carrier).Sum(CountOf),
        _ => Adapters.MembersOf(lab, carrier).Min(CountOf),
    };

    /// <summary>How a card is set: from 2012 on fast cards have their queues on unless it is said.</summary>
    public static AdapterVmq Of(LabState lab, NetworkAdapter card) => card.Vmq ?? new AdapterVmq(
        card.LinkSpeedBitsPerSecond >= NetworkSettings.FastLinkBitsPerSecond
            && lab.Computers[card.Computer].Edition is { Version: >= WindowsVersion.W2012 },
        0,
        null);

    /// <summary>
    /// The queues of a card, the default one first: ports that want one get it by weight, then in their order.
    /// </summary>
    public static IReadOnlyList<VmqQueue> QueuesOf(LabState lab, NetworkAdapter card)
    {
        AdapterVmq vmq = Of(lab, card);
        List<VmqQueue> queues = [new VmqQueue(0, null, vmq.BaseProcessorNumber)];
        NetworkAdapter carrier = lab.NetworkAdapters.Find(card.Bond) ?? card;
        bool adds = carrier.Team is { HasMemberForEach: true };
        if (!vmq.Enabled || carrier.VirtualSwitch is not { } virtualSwitch)
        {
            return queues;
        }

        int processors = lab.Computers[card.Computer].LogicalProcessorCount - vmq.BaseProcessorNumber;
        processors = Math.Max(1, Math.Min(processors, vmq.MaxProcessors ?? processors));
        IEnumerable<VirtualPort> wanting = lab.SwitchPlanes.Of(lab, virtualSwitch).Ports
            .Where(port => port.IsOn && port.Settings.VmqWeight > 0
                && (!adds || Carriers.CardFor(lab, carrier, port.Mac) == card))
            .OrderByDescending(port => port.Settings.VmqWeight)
            .Take((adds ? CountOf(card) : CountIn(lab, carrier)) - 1);
        foreach (VirtualPort port in wanting)
        {
            queues.Add(new VmqQueue(
                queues.Count, port, vmq.BaseProcessorNumber + (queues.Count % processors)));
        }

        return queues;
    }
}
