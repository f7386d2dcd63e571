namespace HyperVLab.Pictures;

/// <summary>Writes the frames, the line and the cards of a way.</summary>
internal static class SvgWayParts
{
    private const double DotRadius = 11;
    private const double NameLetter = 7.1;
    private const double SmallLetter = 6.5;
    private const double Turn = 14;

    /// <summary>Writes them, what is behind first.</summary>
    public static void Write(SvgMarkup svg, WayLayout layout)
    {
        foreach (WayBox box in layout.Boxes)
        {
            Box(svg, box);
        }

        if (layout.Note is { } note)
        {
            Note(svg, note);
        }

        // Lines across pass behind the cards, those down before them.
        IReadOnlyList<WayCard> cards = layout.Cards;
        Ways(svg, cards, isAcross: true);
        foreach (WayCard card in cards)
        {
            Rectangle(svg, $"card {(card.Hop.IsStop ? "halt" : string.Empty)}".TrimEnd(), card);
        }

        Ways(svg, cards, isAcross: false);
        foreach (WayCard card in cards)
        {
            Card(svg, card);
        }
    }

    private static void Ways(SvgMarkup svg, IReadOnlyList<WayCard> cards, bool isAcross)
    {
        for (int at = 1; at < cards.Count; at++)
        {
            (WayCard one, WayCard other) = (cards[at - 1], cards[at]);
            if (isAcross == (one.Hop.Zone == WayZone.Network || other.Hop.Zone == WayZone.Network))
            {
                svg.Add($"<path class=\"way\" d=\"{PathOf(one, other)}\"/>");
            }
        }
    }

    private static void Note(SvgMarkup svg, WayNote note)
    {
        Box(svg, note.Host);
        Box(svg, note.System);
        double right = note.System.X + note.System.Width;
        svg.Add($"<path class=\"asked\" d=\"M{SvgText.Of(right)} {SvgText.Of(note.Y)}H{SvgText.Of(note.ToX)}\"/>");
        SvgLegend.Text(svg, note.System.X + 12, note.Y + 1, "name ink", "NTFS");
        SvgLegend.Text(svg, note.System.X + 12, note.Y + 16, "small soft", "where the file lies");
        SvgLegend.Text(svg, note.System.X + 12, note.Y + 30, "small soft", "told beforehand");
    }

    private static void Box(SvgMarkup svg, WayBox box)
    {
        svg.Add($"<rect class=\"{box.Look}\" x=\"{SvgText.Of(box.X)}\" y=\"{SvgText.Of(box.Y)}\"")
            .Add($" width=\"{SvgText.Of(box.Width)}\" height=\"{SvgText.Of(box.Height)}\" rx=\"6\"/>");
        string look = box.Look == "host" ? "caption ink" : "part";
        double x = box.IsTitleAtEnd ? box.X + box.Width - 12 : box.X + 12;
        SvgLegend.Text(
            svg, x, box.Y + 20, box.IsTitleAtEnd ? $"{look} end" : look, Fit(box.Title, box.Width - 14, SmallLetter));
    }

    private static void Rectangle(SvgMarkup svg, string look, WayCard card)
    {
        string about = $"{card.Hop.Number}: {card.Hop.Name}"
            + (card.Hop.Driver.Length > 0 ? $" ({card.Hop.Driver})" : string.Empty)
            + $", {WayPicture.TimeOf(card.Hop.Microseconds, "µs")}"
            + (card.Hop.Reason.Length > 0 ? $": {card.Hop.Reason}" : string.Empty);
        svg.Add($"<rect class=\"{look}\" x=\"{SvgText.Of(card.X)}\" y=\"{SvgText.Of(card.Y)}\"")
            .Add($" width=\"{SvgText.Of(card.Width)}\" height=\"{WayCard.Height}\" rx=\"5\">")
            .Add($"<title>{SvgText.Of(about)}</title></rect>");
    }

    private static void Card(SvgMarkup svg, WayCard card)
    {
        WayHop hop = card.Hop;
        string look = hop.IsStop ? "dot halted" : "dot";
        svg.Add($"<circle class=\"{look}\" cx=\"{SvgText.Of(card.DotX)}\" cy=\"{SvgText.Of(card.DotY)}\"")
            .Add($" r=\"{DotRadius}\"/>");
        SvgLegend.Text(svg, card.DotX, card.DotY + 4, "number", $"{hop.Number}");
        string time = WayPicture.TimeOf(hop.Microseconds, "µs");
        if (hop.Zone == WayZone.Bus)
        {
            SvgLegend.Text(svg, card.DotX, card.Y - 6, "small ink middle", $"VMBus {time}");
            return;
        }

        bool isLeft = card.DotX < card.X + (card.Width / 2);
        double from = isLeft ? card.DotX + DotRadius + 7 : card.X + 10;
        double to = isLeft ? card.X + card.Width - 8 : card.DotX - DotRadius - 7;
        double room = to - from;
        double timeRoom = (time.Length * SmallLetter) + 6;
        bool isLong = hop.Name.Length * NameLetter > room - timeRoom;
        string below = hop.Reason.Length > 0 ? hop.Reason : hop.Driver;
        SvgLegend.Text(svg, from, card.Y + 17, "name ink", Fit(hop.Name, isLong ? room : room - timeRoom, NameLetter));
        SvgLegend.Text(svg, to, card.Y + (isLong ? 32 : 17), "small soft end", time);
        SvgLegend.Text(
            svg, from, card.Y + 32, hop.IsStop ? "small stopped" : "small soft",
            Fit(below, isLong ? room - timeRoom : room, SmallLetter));
    }

    private static string Fit(string text, double width, double letter) => SvgText.Fit(text, width * 7 / letter);

    // Straight where that is possible; otherwise across first where it goes up to a partition or down from one.
    private static string PathOf(WayCard one, WayCard other)
    {
        string start = $"M{SvgText.Of(one.DotX)} {SvgText.Of(one.DotY)}";
        if (Math.Abs(one.DotX - other.DotX) < 1 || Math.Abs(one.DotY - other.DotY) < 1)
        {
            return $"{start}L{SvgText.Of(other.DotX)} {SvgText.Of(other.DotY)}";
        }

        if (other.Hop.Zone == WayZone.Hypervisor)
        {
            double side = Math.Sign(one.DotX - other.DotX) * Turn;
            return $"{start}H{SvgText.Of(other.DotX + side)}V{SvgText.Of(other.DotY)}H{SvgText.Of(other.DotX)}";
        }

        if (one.Hop.Zone == WayZone.Hypervisor)
        {
            double side = Math.Sign(other.DotX - one.DotX) * Turn;
            return $"{start}H{SvgText.Of(one.DotX + side)}V{SvgText.Of(other.DotY)}H{SvgText.Of(other.DotX)}";
        }

        bool isNetwork = one.Hop.Zone == WayZone.Network || other.Hop.Zone == WayZone.Network;
        return isNetwork
            ? $"{start}H{SvgText.Of(Between(one, other))}V{SvgText.Of(other.DotY)}H{SvgText.Of(other.DotX)}"
            : $"{start}V{SvgText.Of(other.DotY)}H{SvgText.Of(other.DotX)}";
    }

    private static double Between(WayCard one, WayCard other) => one.Hop.Zone == WayZone.Network
        ? one.X + one.Width + 8
        : other.X - 8;
}
