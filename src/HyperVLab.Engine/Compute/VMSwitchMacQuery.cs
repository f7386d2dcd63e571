using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Networking;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>Asks which addresses a virtual switch knows: those of its ports, and those that it learned.</summary>
/// <param name="Switch">The switch's number.</param>
public sealed record VMSwitchMacQuery(int Switch) : LabQuery<IReadOnlyList<VMSwitchMacView>>
{
    /// <inheritdoc/>
    internal override IReadOnlyList<VMSwitchMacView> Answer(LabState lab)
    {
        var key = new Key<VirtualSwitch>(Switch);
        if (lab.VirtualSwitches.Find(key) is not { } known)
        {
            return [];
        }

        var line = new VMSwitchMacView
        {
            SwitchName = known.Name,
            ComputerName = lab.NameOf(known.Computer),
            MacAddress = string.Empty,
            VlanId = 0,
            Port = string.Empty,
            IsLearned = false,
            Moves = 0,
            HasAged = false,
        };
        var owners = new PortOwners(lab);
        return
        [
            .. lab.SwitchPlanes.Of(lab, key).Ports.Select(port => line with
            {
                MacAddress = MacAddresses.ToText(port.Mac),
                VlanId = port.Settings.Vlan.Ingress(0),
                Port = owners.NameOf(port.Place),
            }),
            .. lab.VirtualSwitchEntries.Where(entry => entry.VirtualSwitch == key).Select(entry => line with
            {
                MacAddress = entry.MacAddress,
                VlanId = entry.VlanId,
                Port = entry.Station is { } station
                    ? owners.NameOf(new FramePlace(station, null))
                    : lab.NetworkAdapters.Find(known.Adapter)?.Name ?? string.Empty,
                IsLearned = true,
                SeenAt = entry.SeenAt,
                Moves = entry.Moves,
                HasAged = lab.Now - entry.SeenAt >= NetworkSettings.SwitchAgeingTime,
            }),
        ];
    }
}
