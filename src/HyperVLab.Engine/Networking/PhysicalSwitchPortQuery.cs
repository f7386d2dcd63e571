using HyperVLab.Engine.Networking.Views;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>Asks for the ports of a physical switch that something is plugged into: switches, then adapters.</summary>
/// <param name="Switch">The switch's number.</param>
public sealed record PhysicalSwitchPortQuery(int Switch) : LabQuery<IReadOnlyList<PhysicalSwitchPortView>>
{
    /// <inheritdoc/>
    internal override IReadOnlyList<PhysicalSwitchPortView> Answer(LabState lab)
    {
        var key = new Key<PhysicalSwitch>(Switch);
        if (lab.PhysicalSwitches.Find(key) is not { } known)
        {
            return [];
        }

        return
        [
            .. Ports.NeighboursOf(lab, key).Select(neighbour => new PhysicalSwitchPortView(
                known.Name, lab.NameOf(neighbour), true, PortVlans.Of(lab, key, neighbour), null, null)),
            .. lab.NetworkAdapters.Where(adapter => adapter.PhysicalSwitch == key)
                .Select(adapter => new PhysicalSwitchPortView(
                    known.Name,
                    $"{lab.NameOf(adapter.Computer)}: {adapter.Name}",
                    Adapters.IsLinkUp(lab, adapter),
                    PortVlans.Of(lab, key, adapter),
                    PortCountersView.Of(lab, adapter.Counters),
                    Channels.Of(lab, adapter))),
        ];
    }
}
