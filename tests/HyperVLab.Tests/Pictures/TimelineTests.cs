using System.Xml.Linq;
using HyperVLab.Pictures;

namespace HyperVLab.Tests.Pictures;

public sealed class TimelineTests
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";
    private static readonly Timeline s_move = new(
        "web01 <A> to B",
        ["2 GB sent", "blackout 500 ms"],
        TimeSpan.FromSeconds(20),
        [
            new("set up", "", TimeSpan.Zero, TimeSpan.FromSeconds(1.5), TimelineTone.Prepares),
            new("pass 1", "2 GB", TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(18), TimelineTone.Sends),
            new("resume", "", TimeSpan.FromSeconds(19.5), TimeSpan.FromSeconds(0.5), TimelineTone.StandsStill),
        ]);

    [Fact]
    public void Characters_stand_where_the_time_is()
    {
        string[] lines = TextTimeline.Draw(s_move, 63, isColoured: false).Split(Environment.NewLine);

        Assert.Equal(["web01 <A> to B", "2 GB sent; blackout 500 ms", ""], lines[..3]);
        Assert.Equal("set up       1.5 s ...", lines[3]);
        Assert.Matches("^pass 1 2 GB 18\\.0 s    ={39,41}$", lines[4]);
        Assert.Matches("^resume      500 ms  {41,44}#+$", lines[5]);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 63));
    }

    [Fact]
    public void Colours_end_where_they_began() => Assert.All(
        TextTimeline.Draw(s_move, 80, isColoured: true).Split(Environment.NewLine)[3..],
        line => Assert.EndsWith("\e[0m", line, StringComparison.Ordinal));

    [Fact]
    public void Timelines_in_one_SVG_have_one_scale_and_say_in_words_what_they_show()
    {
        XElement root = XElement.Parse(SvgTimeline.Draw([s_move, s_move with { Length = TimeSpan.FromSeconds(40) }]));

        Assert.Contains("pass 1: 2 GB in 18.0 s", root.Element(s_svg + "desc")!.Value, StringComparison.Ordinal);
        double[] widths = [.. root.Elements(s_svg + "rect")
            .Where(rect => rect.Attribute("class")!.Value == "sends" && rect.Attribute("height")!.Value == "14")
            .Select(rect => double.Parse(
                rect.Attribute("width")!.Value, System.Globalization.CultureInfo.InvariantCulture))
            .Where(width => width > 14)];
        Assert.Equal(2, widths.Length);
        Assert.Equal(widths[0], widths[1]);
    }

    [Theory]
    [InlineData(0, "0 ms")]
    [InlineData(999, "999 ms")]
    [InlineData(18_720, "18.7 s")]
    [InlineData(150_000, "150 s")]
    [InlineData(900_000, "15.0 min")]
    public void A_duration_is_written_with_its_unit(int milliseconds, string text) =>
        Assert.Equal(text, TimeText.Of(TimeSpan.FromMilliseconds(milliseconds)));
}
