using HyperVLab.Engine.Networking;

namespace HyperVLab.Engine.Compute;

/// <summary>How a guest comes up on the network and leaves it.</summary>
internal static class GuestNetwork
{
    /// <summary>
    /// Lets a running guest answer under its address, fixed or leased. One that has booted, or got another address,
    /// registers its name.
    /// </summary>
    public static void ComeUp(LabState lab, VirtualMachine vm, bool hasBooted = false)
    {
        foreach (VMNetworkAdapter driven in VMQueries.AdaptersOf(lab, vm))
        {
            if (driven.Station is { } port && IsDriven(vm, driven))
            {
                Stations.SetLink(lab, port, hasLink: true);
            }
        }

        if (FirstWorking(lab, vm) is not { Station: { } station } adapter)
        {
            return;
        }

        string? address = vm.GuestStaticAddress
            ?? Addresses.AskPool(lab, lab.Stations[station], vm.GuestComputerName ?? vm.Name);
        bool registers = hasBooted || vm.GuestAddress != address;
        vm.SetGuestAddress(address);
        if (lab.Stations[station].IPAddress != address)
        {
            Stations.SetAddress(lab, station, address);
        }

        Stations.SetUp(lab, station, address is not null);
        if (GuestNames.HolderOf(lab, vm) is { } holder)
        {
            GuestNames.SayTaken(lab, vm, holder);
        }
        else if (registers)
        {
            Register(lab, vm);
        }
    }

    /// <summary>Registers the name of a running guest.</summary>
    /// <returns>Whether there was nothing to register, or the name server was told.</returns>
    public static bool Register(LabState lab, VirtualMachine vm)
    {
        bool hasAddress = vm.GuestStaticAddress is not null || !AutomaticAddresses.IsNone(vm.GuestAddress);
        return !hasAddress || vm.GuestComputerName is not { } name
            || FirstWorking(lab, vm) is not { Station: { } key } || lab.Stations[key] is not { } station
            || DnsClients.ServerOf(lab, station) is not { } server
            || DnsClients.Register(lab, name, Endpoint.Of(lab, station), server);
    }

    /// <summary>Lets nobody answer any more, because the guest stands still or is gone.</summary>
    public static void GoDown(LabState lab, VirtualMachine vm)
    {
        foreach (VMNetworkAdapter adapter in VMQueries.AdaptersOf(lab, vm))
        {
            if (adapter.Station is { } station)
            {
                Stations.SetLink(lab, station, hasLink: false);
                if (lab.Stations[station].IsUp)
                {
                    Addresses.GoDown(lab, adapter.MacAddress);
                    Stations.SetUp(lab, station, false);
                }
            }
        }
    }

    /// <summary>The adapter by which a guest talks: without integration services it sees emulated ones only.</summary>
    public static VMNetworkAdapter? FirstWorking(LabState lab, VirtualMachine vm)
    {
        foreach (VMNetworkAdapter adapter in VMQueries.AdaptersOf(lab, vm))
        {
            if (adapter.Station is not null && IsDriven(vm, adapter))
            {
                return adapter;
            }
        }

        return null;
    }

    private static bool IsDriven(VirtualMachine vm, VMNetworkAdapter adapter) =>
        adapter.IsLegacy || vm.IntegrationServicesVersion is not null;
}
