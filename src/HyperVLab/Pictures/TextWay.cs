namespace HyperVLab.Pictures;

/// <summary>
/// Draws the way of a request in characters: a box for each computer, with the parent partition on the left, its
/// children on the right, and the VMBus, the hypervisor and the hardware below.
/// </summary>
internal sealed class TextWay
{
    private const int LeastWidth = 60;
    private const int MostWidth = 110;
    private const int LabelWidth = 10;

    private readonly List<string> _lines = [];
    private readonly bool _isColoured;
    private readonly int _inner;
    private readonly WaySigns _signs;
    private bool _hasColumns;

    private TextWay(int width, bool isColoured)
    {
        _isColoured = isColoured;
        _inner = Math.Clamp(width, LeastWidth, MostWidth) - 4;
        _signs = isColoured ? WaySigns.Lines : WaySigns.Plain;
    }

    /// <summary>Draws it.</summary>
    /// <param name="picture">What it shows.</param>
    /// <param name="width">How many characters a line may have.</param>
    /// <param name="isColoured">Whether to colour by ANSI sequences, and to draw boxes with lines.</param>
    /// <returns>Lines, with no line end after the last.</returns>
    public static string Draw(WayPicture picture, int width, bool isColoured)
    {
        var text = new TextWay(width, isColoured);
        text._lines.AddRange([picture.Title, .. picture.Facts, string.Empty]);
        foreach ((int index, WayPanel panel) in picture.Panels.Index())
        {
            if (index > 0)
            {
                text._lines.Add($"      {text._signs.Down}");
            }

            text.Panel(panel);
        }

        return string.Join(Environment.NewLine, text._lines.Select(static line => line.TrimEnd()));
    }

    private void Panel(WayPanel panel)
    {
        if (panel.IsNetwork)
        {
            foreach (WayHop hop in panel.Hops)
            {
                _lines.AddRange(Cell(hop, _inner).Select(static line => $"  {line}"));
            }

            return;
        }

        List<string> right = [.. panel.Guests.SelectMany((guest, index) =>
            (IEnumerable<string>)[.. index > 0 ? [Repeat(_signs.Line, RightWidth)] : Array.Empty<string>(),
                .. Guest(panel, guest)])];
        _lines.Add(panel.Name);
        if (right.Count == 0)
        {
            Rule(_signs.TopLeft, _signs.Line, _signs.TopRight);
            Rows([panel.SystemName, .. Cells(panel.In(WayZone.Parent), _inner)]);
        }
        else
        {
            Partitions(panel, right);
        }

        Strip(panel, WayZone.Bus, "VMBus", isNeeded: false);
        Strip(panel, WayZone.Hypervisor, "hypervisor", panel.HasHypervisor);
        Strip(panel, WayZone.Hardware, "hardware", isNeeded: true);
        Rule(_signs.BottomLeft, _signs.Line, _signs.BottomRight);
    }

    private int RightWidth => Math.Max(24, _inner * 2 / 5);

    private int LeftWidth => _inner - RightWidth - 3;

    private IEnumerable<string> Guest(WayPanel panel, string guest) =>
    [
        $"child partition {guest}",
        .. Cells([.. panel.In(WayZone.Child).Where(hop => hop.Owner == guest)], RightWidth),
    ];

    private void Partitions(WayPanel panel, List<string> right)
    {
        string top = Repeat(_signs.Line, LeftWidth + 2) + _signs.TopMiddle + Repeat(_signs.Line, RightWidth + 2);
        _lines.Add($"{_signs.TopLeft}{top}{_signs.TopRight}");
        List<string> left = [panel.SystemName, .. Cells(panel.In(WayZone.Parent), LeftWidth)];
        for (int row = 0; row < Math.Max(left.Count, right.Count); row++)
        {
            string parent = Pad(row < left.Count ? left[row] : string.Empty, LeftWidth);
            string child = Pad(row < right.Count ? right[row] : string.Empty, RightWidth);
            _lines.Add($"{_signs.Side} {parent} {_signs.Side} {child} {_signs.Side}");
        }

        _hasColumns = true;
    }

    private void Strip(WayPanel panel, WayZone zone, string name, bool isNeeded)
    {
        IReadOnlyList<WayHop> hops = panel.In(zone);
        if (hops.Count == 0 && !isNeeded)
        {
            return;
        }

        string middle = _hasColumns
            ? Repeat(_signs.Line, LeftWidth + 2) + _signs.BottomMiddle + Repeat(_signs.Line, RightWidth + 2)
            : Repeat(_signs.Line, _inner + 2);
        _hasColumns = false;
        _lines.Add($"{_signs.LeftMiddle}{middle}{_signs.RightMiddle}");
        List<string> cells = Cells(hops, _inner - LabelWidth - 1);
        Rows([.. cells.DefaultIfEmpty(string.Empty).Select((line, index) =>
            $"{(index == 0 ? name : string.Empty).PadRight(LabelWidth)} {line}")]);
    }

    private void Rows(IEnumerable<string> rows)
    {
        foreach (string row in rows)
        {
            _lines.Add($"{_signs.Side} {Pad(row, _inner)} {_signs.Side}");
        }
    }

    private void Rule(string left, string line, string right) =>
        _lines.Add($"{left}{Repeat(line, _inner + 2)}{right}");

    private List<string> Cells(IReadOnlyList<WayHop> hops, int width) =>
        [.. hops.SelectMany(hop => Cell(hop, width))];

    // The number, what it is and how long it takes; below it why, on as many lines as that needs.
    private IEnumerable<string> Cell(WayHop hop, int width)
    {
        string time = WayPicture.TimeOf(hop.Microseconds, "us");
        string name = hop.Driver.Length > 0 && hop.Name != hop.Driver ? $"{hop.Name} {hop.Driver}" : hop.Name;
        int room = width - 4 - time.Length;
        name = name.Length <= room ? name : hop.Name.Length <= room ? hop.Name : hop.Name[..(room - 1)] + _signs.More;
        yield return Colour(hop.IsStop ? "\e[91m" : "\e[94m", $"{hop.Number,2}")
            + $" {name.PadRight(room)} {time}";
        foreach (string line in Wrap(hop.Reason, width - 3))
        {
            yield return $"   {Colour(hop.IsStop ? "\e[91m" : "\e[90m", line)}";
        }
    }

    private static IEnumerable<string> Wrap(string text, int width)
    {
        while (text.Length > width)
        {
            int end = text.LastIndexOf(' ', width);
            end = end <= 0 ? width : end;
            yield return text[..end];
            text = text[end..].TrimStart();
        }

        if (text.Length > 0)
        {
            yield return text;
        }
    }

    private string Colour(string colour, string text) => _isColoured ? $"{colour}{text}\e[0m" : text;

    private string Pad(string text, int width)
    {
        int shown = _isColoured ? LengthWithout(text) : text.Length;
        return text + new string(' ', Math.Max(0, width - shown));
    }

    private static int LengthWithout(string text)
    {
        int length = 0;
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] == '\e')
            {
                at = text.IndexOf('m', at);
            }
            else
            {
                length++;
            }
        }

        return length;
    }

    private static string Repeat(string sign, int count) => string.Concat(Enumerable.Repeat(sign, count));
}
