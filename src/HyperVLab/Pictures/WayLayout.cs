namespace HyperVLab.Pictures;

/// <summary>
/// Where everything of a way stands. Computers stand side by side; where there are several, the first one's parent
/// partition is at its right, next to the others. The way passes cards at the side of the child partitions.
/// </summary>
internal sealed class WayLayout
{
    private const double ParentWidth = 252;
    private const double ChildWidth = 164;
    private const double BusWidth = 90;
    private const double NetworkWidth = 220;

    // So that a way that turns there keeps clear of both frames.
    private const double NetworkMargin = 16;
    private const double Inset = 14;
    private const double TitleHeight = 30;
    private const double Pitch = WayCard.Height + 10;
    private const double StripHeight = 34;
    private const double DotInset = 18;
    private const double HypervisorCard = 184;

    // So that the next guest's cards stand beside those of the parent partition.
    private const double ChildGap = 20;
    private const double NoteWidth = 176;
    private const double NoteGap = 44;

    private readonly List<WayBox> _boxes = [];
    private readonly List<WayCard> _cards = [];
    private readonly double _columnHeight;
    private readonly double _hypervisorHeight;
    private readonly double _top;

    /// <summary>Places everything.</summary>
    public WayLayout(WayPicture picture, double x, double y)
    {
        _top = y;
        WayPanel[] computers = [.. picture.Panels.Where(static panel => !panel.IsNetwork)];
        _columnHeight = computers.Max(ColumnHeight);
        _hypervisorHeight = computers.Any(static panel => panel.In(WayZone.Hypervisor).Count > 0)
            ? Pitch + 6
            : StripHeight;
        if (picture.Coordinator is not null)
        {
            x += NoteWidth + NoteGap;
        }

        bool isFirst = true;
        for (int at = 0; at < picture.Panels.Count; at++)
        {
            WayPanel panel = picture.Panels[at];
            if (panel.IsNetwork)
            {
                Network(panel, x);
            }
            else
            {
                Computer(panel, x, isMirrored: isFirst && computers.Length > 1);
                isFirst = false;
            }

            x += WidthOf(panel);
        }

        if (picture.Coordinator is { } coordinator)
        {
            Note = NoteOn(coordinator, _boxes[0].X - NoteWidth - NoteGap);
        }

        Bottom = _top + TitleHeight + _columnHeight + _hypervisorHeight + HardwareHeight + (2 * Inset) + 12;
    }

    /// <summary>The frames, those outside first.</summary>
    public IReadOnlyList<WayBox> Boxes => _boxes;

    /// <summary>The hops in their order.</summary>
    public IReadOnlyList<WayCard> Cards => [.. _cards.OrderBy(static card => card.Hop.Number)];

    /// <summary>What the coordinator of a shared volume told; null for nothing.</summary>
    public WayNote? Note { get; }

    /// <summary>Where it ends.</summary>
    public double Bottom { get; }

    private static double HardwareHeight => Pitch + 6;

    /// <summary>How wide a way is.</summary>
    public static double WidthOf(WayPicture picture) => Math.Max(
        560, picture.Panels.Sum(WidthOf) + (picture.Coordinator is null ? 0 : NoteWidth + NoteGap));

    private static double WidthOf(WayPanel panel) => panel.IsNetwork ? NetworkWidth
        : (2 * Inset) + ParentWidth + (HasChildren(panel) ? BusWidth + ChildWidth : 0);

    private static bool HasChildren(WayPanel panel) => panel.Guests.Count > 0;

    private static double ColumnHeight(WayPanel panel)
    {
        double children = panel.Guests.Sum(guest => ChildHeight(panel, guest) + ChildGap);
        return Math.Max(TitleHeight + (panel.In(WayZone.Parent).Count * Pitch), children);
    }

    private static double ChildHeight(WayPanel panel, string guest) =>
        TitleHeight + (panel.In(WayZone.Child).Count(hop => hop.Owner == guest) * Pitch);

    private void Computer(WayPanel panel, double x, bool isMirrored)
    {
        double width = WidthOf(panel);
        double inner = x + Inset;
        double top = _top + TitleHeight;
        double parent = isMirrored && HasChildren(panel) ? inner + ChildWidth + BusWidth : inner;
        double child = isMirrored ? inner : inner + ParentWidth + BusWidth;
        double hypervisor = top + _columnHeight + 10;
        double hardware = hypervisor + _hypervisorHeight + 8;
        _boxes.Add(new WayBox(
            "host", panel.Name, x, _top, width, hardware + HardwareHeight + Inset - _top));
        double parentHeight = panel.HasHypervisor ? _columnHeight : _columnHeight + 10 + _hypervisorHeight;
        _boxes.Add(new WayBox("parent", panel.SystemName, parent, top, ParentWidth, parentHeight));
        double dot = isMirrored || !HasChildren(panel) ? parent + DotInset : parent + ParentWidth - DotInset;
        Stack(panel.In(WayZone.Parent), parent, top + TitleHeight, ParentWidth, dot);
        Children(panel, child, top, isMirrored);
        Strips(panel, inner, width - (2 * Inset), hypervisor, hardware, parent, dot);
    }

    private void Children(WayPanel panel, double x, double top, bool isMirrored)
    {
        double y = top;
        double bus = isMirrored ? x + ChildWidth : x - BusWidth;
        foreach ((int index, string guest) in panel.Guests.Index())
        {
            WayHop[] hops = [.. panel.In(WayZone.Child).Where(hop => hop.Owner == guest)];
            double height = panel.Guests.Count == 1 ? _columnHeight : ChildHeight(panel, guest);
            _boxes.Add(new WayBox("child", $"child partition {guest}", x, y, ChildWidth, height));
            double dot = isMirrored ? x + ChildWidth - DotInset : x + DotInset;
            Stack(hops, x, y + TitleHeight, ChildWidth, dot);
            if (panel.Hops.Where(static hop => hop.Zone == WayZone.Bus).ElementAtOrDefault(index) is { } channel)
            {
                _cards.Add(new WayCard(
                    channel, bus + 6, y + TitleHeight, BusWidth - 12, bus + (BusWidth / 2)));
            }

            y += height + ChildGap;
        }
    }

    private void Strips(
        WayPanel panel, double x, double width, double hypervisor, double hardware, double parent, double dot)
    {
        if (panel.HasHypervisor)
        {
            _boxes.Add(new WayBox("hypervisor", "hypervisor", x, hypervisor, width, _hypervisorHeight)
            {
                IsTitleAtEnd = parent > x || !HasChildren(panel),
            });
            double middle = dot < parent + (ParentWidth / 2) ? parent - (BusWidth / 2)
                : parent + ParentWidth + (BusWidth / 2);
            IReadOnlyList<WayHop> hops = panel.In(WayZone.Hypervisor);
            foreach ((int index, WayHop hop) in hops.Index())
            {
                // Below the channel, and below the guests; another on the other side.
                bool isRight = (middle > parent) == (index == 0);
                double dotX = middle + (index == 0 ? 0 : isRight ? 2 * DotInset : -2 * DotInset);
                double left = isRight ? dotX - DotInset : dotX + DotInset - HypervisorCard;
                _cards.Add(new WayCard(hop, left, hypervisor + 8, HypervisorCard, dotX));
            }
        }

        // Its name stands where the card does not.
        _boxes.Add(new WayBox("hardware", "hardware", x, hardware, width, HardwareHeight)
        {
            IsTitleAtEnd = parent <= x,
        });
        double room = HasChildren(panel) ? ParentWidth - 16 : ParentWidth - 90;
        foreach (WayHop hop in panel.In(WayZone.Hardware))
        {
            _cards.Add(new WayCard(hop, parent + 8, hardware + 8, room, dot));
        }
    }

    private void Stack(IReadOnlyList<WayHop> hops, double x, double y, double width, double dot)
    {
        foreach (WayHop hop in hops)
        {
            _cards.Add(new WayCard(hop, x + 8, y, width - 16, dot));
            y += Pitch;
        }
    }

    // The coordinator stands beside the filter that asked it.
    private WayNote? NoteOn(string coordinator, double x)
    {
        WayCard? filter = _cards.Find(static card => card.Hop.Name == "CSV filter");
        return filter is null ? null : new WayNote(
            new WayBox("host", coordinator, x, filter.Y - 66, NoteWidth, 142),
            new WayBox("parent", "parent partition", x + Inset, filter.Y - 36, NoteWidth - (2 * Inset), 98),
            filter.DotY,
            filter.X);
    }

    // What is between two computers stands as high as the hop before it.
    private void Network(WayPanel panel, double x)
    {
        double y = _cards.First(card => card.Hop.Number == panel.Hops[0].Number - 1).Y;
        foreach (WayHop hop in panel.Hops)
        {
            _cards.Add(new WayCard(
                hop, x + NetworkMargin, y, NetworkWidth - (2 * NetworkMargin), x + NetworkMargin + DotInset));
            y -= Pitch;
        }
    }
}
