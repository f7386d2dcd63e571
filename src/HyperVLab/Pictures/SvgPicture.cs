namespace HyperVLab.Pictures;

/// <summary>
/// Draws a disk's blocks as an SVG that needs nothing else, on light and dark pages; or several states of a disk one
/// below the other, cell by cell at the same scale.
/// </summary>
internal sealed class SvgPicture
{
    private const int Width = 960;
    private const int Margin = 24;
    private const int Inner = Width - (2 * Margin);
    private const int MaximumRows = 24;
    private const int RulerHeight = 22;
    private const int BarHeight = 14;

    private readonly SvgMarkup _body = new();
    private readonly IReadOnlyList<PicturePanel> _panels;
    private readonly long _blocksPerCell;
    private readonly long _mostBytes;
    private readonly int _pitch;
    private int _y = Margin;

    private SvgPicture(IReadOnlyList<PicturePanel> panels)
    {
        _panels = panels;
        long blocks = panels.Max(static panel => panel.Picture.BlockCount);
        _mostBytes = Math.Max(1, panels.Max(static panel => InFile(panel.Picture)));
        _pitch = blocks <= 4 * (Inner / 48) ? 48 : blocks <= 8 * (Inner / 24) ? 24 : 12;
        _blocksPerCell = CellGrid.BlocksToCell(blocks, Inner / _pitch * MaximumRows);
    }

    /// <summary>Draws one state of a disk, or several.</summary>
    /// <param name="panels">The states, at least one; their blocks are of one size.</param>
    /// <returns>The whole file.</returns>
    public static string Draw(IReadOnlyList<PicturePanel> panels) => new SvgPicture(panels).Draw();

    private static long InFile(BlockPicture picture) =>
        picture.Tally().Where(static tally => tally.Tone != PictureTone.Absent).Sum(static tally => tally.Bytes);

    private string Draw()
    {
        BlockPicture last = _panels[^1].Picture;
        Heading(last);
        Ruler(last);
        foreach (PicturePanel panel in _panels)
        {
            Panel(panel);
        }

        _y = SvgLegend.Write(_body, _panels, Margin, _y);
        int height = _y + Margin;
        var svg = new SvgMarkup();
        svg.Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\"")
            .Add($" width=\"{Width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"map-title map-text\">")
            .Add($"<title id=\"map-title\">{SvgText.Of($"Blocks of {last.Title}")}</title>")
            .Add($"<desc id=\"map-text\">{SvgText.Of(SvgLegend.InWords(_panels))}</desc>");
        SvgStyle.Write(svg);
        svg.Add($"<rect class=\"page\" width=\"{Width}\" height=\"{height}\"/>");
        return $"{svg}{_body}</svg>\n";
    }

    private void Heading(BlockPicture picture)
    {
        _y += 12;
        Text(Margin, _y, "title ink", SvgText.Fit(picture.Title, Inner * 0.65));
        string[] facts =
        [
            picture.Subtitle,
            $"{ByteText.Count(picture.BlockCount)} blocks of {ByteText.Of(picture.BlockSizeBytes)}",
            _blocksPerCell == 1 ? "a cell is a block" : $"a cell is {ByteText.Count(_blocksPerCell)} blocks "
                + $"({ByteText.Of(_blocksPerCell * picture.BlockSizeBytes)})",
        ];
        _y += 22;
        Text(Margin, _y, "soft", string.Join("; ", facts.Where(static fact => fact.Length > 0)));
        _y += 14;
    }

    // The whole disk from left to right with its partitions.
    private void Ruler(BlockPicture picture)
    {
        if (picture.Spans.Count == 0)
        {
            return;
        }

        double scale = Inner / (double)picture.SizeBytes;
        _body.Add($"<rect class=\"absent\" x=\"{Margin}\" y=\"{_y}\" width=\"{Inner}\" height=\"{RulerHeight}\"/>");
        foreach (PictureSpan span in picture.Spans)
        {
            double x = Margin + Math.Min(Inner, span.OffsetBytes * scale);
            double width = Math.Clamp(span.LengthBytes * scale, 1, Math.Max(1, Margin + Inner - x));
            string about = $"{span.Name}: {ByteText.Of(span.LengthBytes)} from {ByteText.Of(span.OffsetBytes)}";
            _body.Add($"<g><title>{SvgText.Of(about)}</title><rect class=\"edge\" pointer-events=\"all\"")
                .Add($" x=\"{SvgText.Of(x)}\" y=\"{_y}\" width=\"{SvgText.Of(width)}\" height=\"{RulerHeight}\"/>");
            Text(x + 6, _y + 15, "ink", SvgText.Fit(span.Name, width - 12));
            _body.Add($"</g>");
        }

        _y += RulerHeight + 8;
    }

    private void Panel(PicturePanel panel)
    {
        BlockPicture picture = panel.Picture;
        _y += 20;
        string file = $"{ByteText.Of(InFile(picture))} in blocks, a file of {ByteText.Of(picture.FileSizeBytes)}";
        Text(Margin, _y, "caption ink", panel.Caption.Length > 0 ? $"{panel.Caption}: {file}" : file);
        _y += 8;
        double x = Margin;
        foreach (PictureTally tally in picture.Tally().Where(static tally => tally.Tone != PictureTone.Absent))
        {
            double width = Inner * (double)tally.Bytes / _mostBytes;
            string about = $"{tally.Name}: {ByteText.Of(tally.Bytes)}";
            SvgLegend.Swatch(_body, x, _y, width, BarHeight, tally.Tone, tally.IsFreed, about);
            x += width;
        }

        _y += BarHeight + 10;
        Grid(picture);
        _y += 10;
    }

    private void Grid(BlockPicture picture)
    {
        CellGrid grid = CellGrid.Of(picture, _blocksPerCell);
        int columns = Inner / _pitch;
        int top = _y;
        for (int first = 0; first < grid.Count; first += columns, _y += _pitch)
        {
            int end = Math.Min(grid.Count, first + columns);
            for (int cell = first; cell < end;)
            {
                int next = cell + 1;
                while (next < end && grid[next] == grid[cell])
                {
                    next++;
                }

                (PictureTone tone, bool isFreed) = grid[cell];
                int x = Margin + ((cell - first) * _pitch);
                string about = About(picture, grid, cell, next);
                SvgLegend.Swatch(_body, x, _y, (next - cell) * _pitch, _pitch, tone, isFreed, about);
                cell = next;
            }
        }

        // Lines of the page's colour part the cells.
        int right = Margin + (columns * _pitch);
        int rows = (_y - top) / _pitch;
        IEnumerable<string> lines =
        [
            .. Enumerable.Range(0, columns + 1).Select(column => $"M{Margin + (column * _pitch)} {top}V{_y}"),
            .. Enumerable.Range(0, rows + 1).Select(row => $"M{Margin} {top + (row * _pitch)}H{right}"),
        ];
        _body.Add($"<path class=\"gap\" stroke-width=\"{(_pitch > 12 ? 2 : 1.5)}\" pointer-events=\"none\"")
            .Add($" d=\"{string.Concat(lines)}\"/>");
    }

    private static string About(BlockPicture picture, CellGrid grid, int first, int next)
    {
        (PictureTone tone, bool isFreed) = grid[first];
        long from = first * grid.BlocksPerCell;
        long to = Math.Min(next * grid.BlocksPerCell, picture.BlockCount);
        string blocks = to - from == 1 ? $"Block {from}" : $"Blocks {from} to {to - 1}";
        string name = new PictureTally(tone, isFreed, 0, 0).Name;
        return $"{blocks}, from {ByteText.Of(from * picture.BlockSizeBytes)}: {name}";
    }

    private void Text(double x, double y, string look, string text) => SvgLegend.Text(_body, x, y, look, text);
}
