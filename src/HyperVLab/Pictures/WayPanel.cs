namespace HyperVLab.Pictures;

/// <summary>A computer on a request's way, or what is between two.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="IsNetwork">Whether it is between computers.</param>
/// <param name="HasHypervisor">Whether its system is a parent partition above a hypervisor.</param>
/// <param name="Hops">The hops there, in order.</param>
internal sealed record WayPanel(string Name, bool IsNetwork, bool HasHypervisor, IReadOnlyList<WayHop> Hops)
{
    /// <summary>Whether the request comes in from below and goes up.</summary>
    public bool Rises => Hops[0].Zone == WayZone.Hardware;

    /// <summary>The guests that it passes, in order.</summary>
    public IReadOnlyList<string> Guests =>
        [.. Hops.Where(static hop => hop.Zone == WayZone.Child).Select(static hop => hop.Owner).Distinct()];

    /// <summary>What its operating system is called.</summary>
    public string SystemName => HasHypervisor ? "parent partition" : "operating system";

    /// <summary>The hops of a part, from the highest down.</summary>
    public IReadOnlyList<WayHop> In(WayZone zone)
    {
        IEnumerable<WayHop> found = Hops.Where(hop => hop.Zone == zone);
        return [.. Rises ? found.Reverse() : found];
    }
}
