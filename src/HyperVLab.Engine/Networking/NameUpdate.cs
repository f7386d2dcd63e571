using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// A name whose holder could not tell the name server its address: what the server says of it is stale until the holder
/// tries again. There is one only while that is so.
/// </summary>
public sealed class NameUpdate : IEntity<NameUpdate>
{
    internal NameUpdate(Key<NameUpdate> key, string name)
    {
        Key = key;
        Name = name;
    }

    /// <inheritdoc/>
    public Key<NameUpdate> Key { get; private set; }

    /// <summary>The name.</summary>
    public string Name { get; private set; }

    /// <summary>The adapter of the computer that holds it; null for a station's.</summary>
    public Key<NetworkAdapter>? Adapter { get; private set; }

    /// <summary>The station that holds it: a guest's, or a cluster's address; null for an adapter's.</summary>
    public Key<Station>? Station { get; private set; }

    /// <summary>The event by which its holder tries again.</summary>
    public long? Event { get; private set; }

    /// <summary>Says who holds it, and by which event that tries again.</summary>
    internal void Await(FramePlace place, long? sequence) =>
        (Adapter, Station, Event) = (place.Adapter, place.Station, sequence);
}
