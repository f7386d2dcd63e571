using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;

namespace HyperVLab.Engine.Compute.Tracing;

/// <summary>For whom a frame is.</summary>
/// <param name="Name">What he is called.</param>
/// <param name="Mac">His MAC address.</param>
/// <param name="End">Where he takes frames; null where nobody has the address now.</param>
/// <param name="VM">The virtual machine that he is; null for a computer, or where nobody knows.</param>
internal sealed record TraceTarget(string Name, ulong Mac, Endpoint? End, VirtualMachine? VM)
{
    /// <summary>Who is meant by a name or an address.</summary>
    /// <exception cref="Engine.Requests.LabException">Nobody is, or everybody.</exception>
    public static TraceTarget Find(LabState lab, Endpoint? from, string text)
    {
        if (lab.VirtualMachines.FirstOrDefault(vm => IsCalled(vm.Name, text)) is { } machine)
        {
            return OfMachine(lab, machine);
        }

        if (lab.Computers.FirstOrDefault(one => IsCalled(one.Name, text)) is { } computer)
        {
            Endpoint[] ends =
            [
                .. Adapters.Of(lab, computer.Key).Where(one => one.IsBound).Select(one => Endpoint.Of(lab, one))
                    .OrderByDescending(end => from is { } start && Fabric.InOneDomain(lab, start, end)),
            ];
            if (ends.Length > 0)
            {
                return Of(lab, ends) with { Name = computer.Name };
            }
        }

        if (Endpoint.With(lab, text).ToArray() is [_, ..] found)
        {
            return Of(lab, found);
        }

        if (MacAddressRange.Normalise(text) is { } mac)
        {
            return OfMac(lab, mac);
        }

        throw TraceErrors.NobodyMeant.For(text, text);
    }

    private static bool IsCalled(string name, string text) =>
        string.Equals(name, text, StringComparison.OrdinalIgnoreCase);

    private static TraceTarget OfMac(LabState lab, string mac)
    {
        ulong number = MacAddresses.ToNumber(mac);
        if (new EthernetFrame(0, number, 0, 0, FrameKind.Data).IsForGroup)
        {
            throw TraceErrors.ManyWays.For(mac);
        }

        Endpoint[] ends =
        [
            .. lab.Stations.Where(one => one.MacAddress == mac).Select(one => Endpoint.Of(lab, one)),
            .. lab.NetworkAdapters.Where(one => one.MacAddress == mac && one.IsBound)
                .Select(one => Endpoint.Of(lab, one)),
        ];
        return ends.Length > 0 ? Of(lab, ends) : new TraceTarget(mac, number, null, null);
    }

    private static TraceTarget OfMachine(LabState lab, VirtualMachine vm)
    {
        VMNetworkAdapter? adapter = GuestNetwork.FirstWorking(lab, vm)
            ?? VMQueries.AdaptersOf(lab, vm).FirstOrDefault();
        if (adapter is null)
        {
            throw TraceErrors.NoAdapter.For(vm.Name, vm.Name);
        }

        Endpoint? end = lab.Stations.Find(adapter.Station) is { } station ? Endpoint.Of(lab, station) : null;
        return new TraceTarget(vm.Name, MacAddresses.ToNumber(adapter.MacAddress), end, vm);
    }

    private static TraceTarget Of(LabState lab, Endpoint[] ends)
    {
        Endpoint end = ends.FirstOrDefault(static one => one.IsUp, ends[0]);
        VirtualMachine? vm = lab.VMNetworkAdapters.FirstOrDefault(
            one => one.Station is { } station && end.Place.Station == station) is { } adapter
                ? lab.VirtualMachines[adapter.VM]
                : null;
        string name = vm?.Name
            ?? (lab.NetworkAdapters.Find(end.Place.Adapter) is { } own ? lab.NameOf(own.Computer) : null)
            ?? end.IPAddress ?? end.MacAddress;
        return new TraceTarget(name, MacAddresses.ToNumber(end.MacAddress), end, vm);
    }
}
