using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// Asks for the ports of a virtual switch: virtual machines', the management operating system's, and the way out.
/// </summary>
/// <param name="Switch">The switch's number.</param>
public sealed record VMSwitchPortQuery(int Switch) : LabQuery<IReadOnlyList<VMSwitchPortView>>
{
    /// <inheritdoc/>
    internal override IReadOnlyList<VMSwitchPortView> Answer(LabState lab)
    {
        if (lab.VirtualSwitches.Find(new Key<VirtualSwitch>(Switch)) is not { } known)
        {
            return [];
        }

        var owners = new PortOwners(lab);
        IEnumerable<VMSwitchPortView> ports = lab.SwitchPlanes.Of(lab, known.Key).Ports
            .Select(port => Inside(lab, known, port, owners));
        return lab.NetworkAdapters.Find(known.Adapter) is { } wayOut
            ? [.. ports, Outside(lab, known, wayOut)]
            : [.. ports];
    }

    private static VMSwitchPortView Inside(LabState lab, VirtualSwitch known, VirtualPort port, PortOwners owners) =>
        new()
        {
            SwitchName = known.Name,
            ComputerName = lab.NameOf(known.Computer),
            Port = owners.NameOf(port.Place),
            IsExternal = false,
            IsUp = port.IsOn,
            MacAddress = MacAddresses.ToText(port.Mac),
            Vlan = port.Settings.Vlan,
            Counters = PortCountersView.Of(lab, port.Counters),
        };

    private static VMSwitchPortView Outside(LabState lab, VirtualSwitch known, NetworkAdapter wayOut) => new()
    {
        SwitchName = known.Name,
        ComputerName = lab.NameOf(known.Computer),
        Port = wayOut.Name,
        IsExternal = true,
        IsUp = Adapters.IsLinkUp(lab, wayOut),
        MacAddress = wayOut.MacAddress,
        Vlan = PortVlan.Open,
        Counters = NetAdapterStatisticsView.Of(lab, wayOut).Counters,
    };
}
