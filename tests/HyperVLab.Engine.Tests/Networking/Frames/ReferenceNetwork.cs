using HyperVLab.Engine.Networking;

namespace HyperVLab.Engine.Tests.Networking.Frames;

/// <summary>
/// A network of switches, slow and plain: copies of a frame stand in a queue, tables are lists, VLANs are sets. It
/// shares no forwarding code with the engine.
/// </summary>
internal sealed class ReferenceNetwork
{
    private const int MostHops = 10_000;

    public List<Box> Boxes { get; } = [];

    public TimeSpan Now { get; set; }

    private Team? LeftBy { get; set; }

    /// <summary>Who gets a frame that somebody plugged into <paramref name="from"/> sends: names and tags.</summary>
    public SortedSet<string> Send(Plug from, ulong source, ulong destination, int tag, FrameKind kind)
    {
        var got = new SortedSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<Copy>();
        LeftBy = from.Team;
        if (from.IsGuest && !from.Takes(source, kind))
        {
            return got;
        }

        int vlan = from.IsOn ? from.Rule.VlanOf(tag) : Rule.Nowhere;
        if (vlan != Rule.Nowhere)
        {
            waiting.Enqueue(new Copy(from, vlan));
            if (from is { IsGuest: true, Mirror: PortMirroring.Source })
            {
                CopyToMirrors(from, vlan, got);
            }
        }

        int hops = 0;
        while (waiting.TryDequeue(out Copy? copy))
        {
            Assert.True(++hops < MostHops, "The frame goes in circles.");
            foreach (Plug plug in copy.CameIn.Box.Choose(copy, destination, Now))
            {
                Pass(plug, copy, source, destination, got, waiting);
            }
        }

        return got;
    }

    private void Pass(
        Plug plug, Copy copy, ulong source, ulong destination, SortedSet<string> got, Queue<Copy> waiting)
    {
        int tag = plug.Rule.TagOf(copy.Vlan);
        if (tag == Rule.Nowhere || !plug.IsOn)
        {
            return;
        }

        if (plug.Team is { } team && !plug.Box.IsVirtual && (team == LeftBy || !team.Hears(plug, destination)))
        {
            return;
        }

        if (FarOf(plug, source) is { } far)
        {
            int vlan = far.IsOn ? far.Rule.VlanOf(tag) : Rule.Nowhere;
            if (vlan != Rule.Nowhere)
            {
                far.Box.Hear(far, source, destination, vlan, Now);
                waiting.Enqueue(new Copy(far, vlan));
            }

            return;
        }

        // A card listens to its own address and to groups, and to nothing tagged; a team's adapters to their VLANs.
        if (plug.IsGuest)
        {
            got.Add($"{plug.Name}/{tag}");
        }
        else if (!plug.Box.IsVirtual && (plug.Mac == destination || Box.IsGroup(destination))
            && (plug.Team is { Nics.Count: > 0 } owner ? owner.NicFor(tag) : tag == 0 ? plug.Name : null) is { } taker)
        {
            got.Add($"{taker}/0");
        }

        if (plug is { IsGuest: true, Mirror: PortMirroring.Source })
        {
            CopyToMirrors(plug, copy.Vlan, got);
        }
    }

    // The other end of a cable; a virtual switch's team chooses one of several.
    private Plug? FarOf(Plug plug, ulong source)
    {
        if (plug.Team is not { } team)
        {
            return plug.Far;
        }

        if (!plug.Box.IsVirtual)
        {
            return team.Up;
        }

        LeftBy = team;
        return team.WayOut(source);
    }

    private static void CopyToMirrors(Plug source, int vlan, SortedSet<string> got)
    {
        foreach (Plug plug in source.Box.Plugs)
        {
            if (plug != source && plug is { IsGuest: true, IsOn: true, Mirror: PortMirroring.Destination }
                && plug.Rule.TagOf(vlan) != Rule.Nowhere)
            {
                got.Add($"{plug.Name}/{plug.Rule.TagOf(vlan)}");
            }
        }
    }
}

/// <summary>A copy of the frame that has come into a switch.</summary>
internal sealed record Copy(Plug CameIn, int Vlan);

/// <summary>A line of a switch's table.</summary>
internal sealed record Line(ulong Mac, int Vlan, Plug Plug, TimeSpan SeenAt);
