using System.Globalization;
using System.Text;

namespace HyperVLab.Engine.Networking.Views;

public sealed partial record PingTimelineView
{
    private const int LabelWidth = 10;
    private const int MaxRow = 100;
    private const int Group = 10;

    /// <summary>
    /// Draws it for a terminal: a scale of seconds, then rows of pings; rows in which all were answered are gathered.
    /// </summary>
    /// <param name="width">The terminal's width in characters.</param>
    public string Draw(int width)
    {
        int row = Math.Clamp((width - LabelWidth - 1) / Group * Group, Group, MaxRow);
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{Source} -> {Target} [{Address}] from {StartTime:d\\.hh\\:mm\\:ss}: "
            + $"{Symbols.Length} sent, {Received} answered, {Lost} lost");
        text.Append(Scale(row)).AppendLine();
        for (int first = 0; first < Symbols.Length; first += row)
        {
            int rows = AnsweredRows(first, row);
            if (rows > 1)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"{Label(first)} ! all {rows * row} answered");
                first += (rows - 1) * row;
                continue;
            }

            text.Append(Label(first)).Append(' ').AppendLine(
                Symbols.Substring(first, Math.Min(row, Symbols.Length - first)));
        }

        return text.ToString().TrimEnd();
    }

    // How many full rows from there on were answered throughout.
    private int AnsweredRows(int first, int row)
    {
        int rows = 0;
        while (first + row <= Symbols.Length && Symbols.AsSpan(first, row).IndexOfAnyExcept(Answered) < 0)
        {
            rows++;
            first += row;
        }

        return rows;
    }

    private string Label(int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{index * Delay.TotalSeconds:+0} s").PadLeft(LabelWidth);

    private string Scale(int row)
    {
        var text = new StringBuilder(new string(' ', LabelWidth + 1));
        for (int index = 0; index < row; index += Group)
        {
            text.Append(string.Create(CultureInfo.InvariantCulture, $"|{index * Delay.TotalSeconds}").PadRight(Group));
        }

        return text.ToString().TrimEnd();
    }
}
