using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>Who sends packets: a computer by whichever of its adapters, or a guest by its station.</summary>
/// <param name="Computer">The computer; null for a guest.</param>
/// <param name="Station">The guest's station; null for a computer.</param>
internal readonly record struct IPSender(Key<PhysicalComputer>? Computer, Key<Station>? Station)
{
    /// <summary>Whose an endpoint is.</summary>
    public static IPSender Of(LabState lab, Endpoint endpoint) =>
        lab.NetworkAdapters.Find(endpoint.Place.Adapter) is { } adapter
            ? new IPSender(adapter.Computer, null)
            : new IPSender(null, endpoint.Place.Station);
}
