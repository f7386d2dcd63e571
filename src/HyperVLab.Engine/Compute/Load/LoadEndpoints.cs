using HyperVLab.Engine.Networking;

namespace HyperVLab.Engine.Compute.Load;

/// <summary>By what an end takes part in the network.</summary>
internal static class LoadEndpoints
{
    /// <summary>The endpoint by which a guest talks, or those of a computer.</summary>
    public static IEnumerable<Endpoint> Of(LabState lab, LoadEnd end)
    {
        if (lab.VirtualMachines.Find(end.VM) is { } vm)
        {
            return GuestNetwork.FirstWorking(lab, vm)?.Station is { } station
                ? [Endpoint.Of(lab, lab.Stations[station])]
                : [];
        }

        return end.Computer is { } computer
            ? Adapters.Of(lab, computer).Where(adapter => adapter.IsBound).Select(adapter => Endpoint.Of(lab, adapter))
            : [];
    }
}
