using HyperVLab.Engine.Networking;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>Says whose the places are that take and send frames.</summary>
internal sealed class PortOwners(LabState lab)
{
    private readonly Dictionary<Key<Station>, VMNetworkAdapter> _adapters = lab.VMNetworkAdapters
        .Where(adapter => adapter.Station is not null)
        .ToDictionary(adapter => adapter.Station!.Value);

    /// <summary>A computer or virtual machine, and its adapter.</summary>
    public string NameOf(FramePlace place)
    {
        if (place.Station is { } station)
        {
            return _adapters.TryGetValue(station, out VMNetworkAdapter? adapter)
                ? $"{lab.NameOf(adapter.VM)}: {adapter.Name}"
                : lab.Stations.Find(station)?.IPAddress ?? string.Empty;
        }

        return lab.NetworkAdapters.Find(place.Adapter) is { } own
            ? $"{lab.NameOf(own.Computer)}: {own.Name}"
            : string.Empty;
    }
}
