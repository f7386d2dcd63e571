using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Networking;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>Asks for the receive queues of a network card, the default one first; none where they are off.</summary>
/// <param name="Card">The card's number.</param>
public sealed record VmqQueueQuery(int Card) : LabQuery<IReadOnlyList<VmqQueueView>>
{
    /// <inheritdoc/>
    internal override IReadOnlyList<VmqQueueView> Answer(LabState lab)
    {
        if (lab.NetworkAdapters.Find(new Key<NetworkAdapter>(Card)) is not { Kind: NetworkAdapterKind.Physical } card
            || !Vmq.Of(lab, card).Enabled)
        {
            return [];
        }

        return [.. Vmq.QueuesOf(lab, card).Select(queue => new VmqQueueView(
            card.Name,
            card.InterfaceDescription,
            lab.NameOf(card.Computer),
            queue.QueueId,
            queue.Port is { } port ? MacAddresses.ToText(port.Mac) : string.Empty,
            queue.Port?.Settings.Vlan.Ingress(0) is > 0 and { } vlanId ? vlanId : null,
            queue.Processor,
            OwnerOf(lab, card, queue.Port)))];
    }

    private static string OwnerOf(LabState lab, NetworkAdapter card, VirtualPort? port) =>
        port?.Station is { } station
            && lab.VMNetworkAdapters.FirstOrDefault(adapter => adapter.Station == station) is { } owner
                ? lab.NameOf(owner.VM)
                : lab.NameOf(card.Computer);
}
