namespace HyperVLab.Engine.Tests.Networking.Frames;

/// <summary>A switch, physical or virtual.</summary>
internal sealed class Box(string name, bool isVirtual)
{
    private static readonly TimeSpan s_ageing = TimeSpan.FromSeconds(300);

    public string Name { get; } = name;

    public bool IsVirtual { get; } = isVirtual;

    public List<Plug> Plugs { get; } = [];

    private List<Line> Table { get; } = [];

    public static bool IsGroup(ulong mac) => (mac >> 40) % 2 == 1;

    /// <summary>A frame came in by a port: a physical switch learns, a virtual one where its rules say so.</summary>
    public void Hear(Plug plug, ulong source, ulong destination, int vlan, TimeSpan now)
    {
        bool learns = !IsVirtual;
        if (IsVirtual && !Plugs.Exists(one => one.IsGuest && one.Mac == source))
        {
            bool isKnown = Table.Exists(line => line.Mac == source && line.Vlan == vlan);
            learns = plug.IsGuest
                ? plug.Spoofs
                : (IsGroup(destination) ? isKnown : ReachesGuest(destination, vlan, now));
        }

        if (learns)
        {
            Forget(line => line.Mac == source && line.Vlan == vlan);
            Table.Add(new Line(source, vlan, plug, now));
        }
    }

    /// <summary>Forgets what was learned by a port.</summary>
    public void Forget(Plug plug) => Forget(line => line.Plug.IsSamePort(plug));

    /// <summary>The ports by which a frame goes out.</summary>
    public IEnumerable<Plug> Choose(Copy copy, ulong destination, TimeSpan now)
    {
        Plug from = copy.CameIn;
        Plug[] others = [.. Plugs.Where(plug => !plug.IsSamePort(from) && ForChannel(plug) == plug)];
        if (IsGroup(destination))
        {
            return others;
        }

        if (IsVirtual && OwnerOf(destination, copy.Vlan) is { } owner)
        {
            return owner == from ? [] : [owner];
        }

        if (KnownBehind(destination, copy.Vlan, now) is { } known)
        {
            return known.IsSamePort(from) ? [] : [ForChannel(known)];
        }

        return IsVirtual ? others.Where(plug => !plug.IsGuest || plug.Spoofs) : others;
    }

    // Of a channel's ports the first that has a link.
    private Plug ForChannel(Plug plug) => Plugs.Find(other => other.IsSamePort(plug) && other.IsOn) ?? plug;

    private void Forget(Predicate<Line> which) => Table.RemoveAll(which);

    private Plug? OwnerOf(ulong mac, int vlan)
    {
        Plug[] owners = [.. Plugs.Where(
            plug => plug.IsGuest && plug.Mac == mac && plug.Rule.TagOf(vlan) != Rule.Nowhere)];
        return owners.FirstOrDefault(plug => plug.IsOn) ?? owners.FirstOrDefault();
    }

    private Plug? KnownBehind(ulong mac, int vlan, TimeSpan now) => Table
        .Where(line => line.Mac == mac && line.Vlan == vlan && now - line.SeenAt < s_ageing)
        .Select(line => line.Plug)
        .FirstOrDefault();

    private bool ReachesGuest(ulong mac, int vlan, TimeSpan now) =>
        (OwnerOf(mac, vlan) ?? KnownBehind(mac, vlan, now)) is { IsGuest: true, IsOn: true } guest
        && guest.Rule.TagOf(vlan) != Rule.Nowhere;
}
