using System.Globalization;
using System.Xml.Linq;
using HyperVLab.Pictures;

namespace HyperVLab.Tests.Pictures;

public sealed class SvgPictureTests
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";
    private static readonly PicturePanel s_before = new("Before", SampleDisk.Before);
    private static readonly PicturePanel s_after = new("After", SampleDisk.After);

    [Fact]
    public void It_says_in_words_what_it_shows()
    {
        XElement root = Draw(s_before, s_after);
        Assert.Equal("img", root.Attribute("role")!.Value);
        Assert.Equal("Blocks of web01.vhd", root.Element(s_svg + "title")!.Value);
        string text = root.Element(s_svg + "desc")!.Value;
        Assert.Contains("free space, freed: 1,200 blocks, 2.34 GB", text, StringComparison.Ordinal);
        Assert.Contains("After: A file of 8.79 GB. data, kept: 4,500 blocks, 8.79 GB", text, StringComparison.Ordinal);
    }

    [Fact]
    public void It_refers_to_nothing_outside_of_itself()
    {
        XElement root = Draw(s_before);
        HashSet<string> known = [.. root.DescendantsAndSelf().Attributes("id").Select(id => $"url(#{id.Value})")];
        Assert.All(root.Descendants().Attributes("fill"), fill => Assert.Contains(fill.Value, known));
        Assert.DoesNotContain(root.Descendants().Attributes(), each => each.Name.LocalName is "href" or "src");
        Assert.DoesNotContain("http", root.Element(s_svg + "style")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void It_has_colours_for_light_and_for_dark_pages()
        => Assert.Contains("prefers-color-scheme:dark", Draw(new PicturePanel("", SampleDisk.After)).Value,
            StringComparison.Ordinal);

    [Fact]
    public void States_of_a_disk_have_grids_of_one_scale()
    {
        XElement root = Draw(s_before, s_after);
        int[] lines =
        [
            .. root.Descendants(s_svg + "path").Where(static path => (string?)path.Attribute("class") == "gap")
                .Select(static path => path.Attribute("d")!.Value.Count(static letter => letter == 'H')),
        ];
        Assert.Equal(2, lines.Length);
        Assert.Equal(lines[0], lines[1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(300)]
    [InlineData(5_000)]
    [InlineData(67_108_864)]
    public void Everything_is_within_its_bounds_whatever_the_number_of_blocks(long blocks)
    {
        XElement root = Draw(new PicturePanel("", SampleDisk.After with
        {
            SizeBytes = blocks * (2 << 20), Spans = [],
            Runs = [new(0, (blocks + 1) / 2, PictureTone.Data, IsFreed: false)],
        }));
        double height = Number(root, "height");
        Assert.InRange(height, 100, 1000);
        Assert.All(root.Elements(s_svg + "rect"), rect =>
        {
            Assert.InRange(Number(rect, "x") + Number(rect, "width"), 0, 960);
            Assert.InRange(Number(rect, "y") + Number(rect, "height"), 0, height);
        });
    }

    [Fact]
    public void A_partition_beyond_the_disk_stays_in_the_picture()
    {
        XElement root = Draw(new PicturePanel("", SampleDisk.After with
        {
            Spans = [new(0, long.MaxValue, "1"), new(1L << 60, 5, "2")],
        }));
        Assert.All(root.Elements(s_svg + "g").Elements(s_svg + "rect"), rect =>
            Assert.InRange(Number(rect, "x") + Number(rect, "width"), 0, 937.1));
    }

    [Fact]
    public void Names_are_text_whatever_is_in_them()
    {
        string title = "a<script>&\"'\u0001\ud800\uffff";
        XElement root = Draw(new PicturePanel("", SampleDisk.After with { Title = title }));
        Assert.Contains("a<script>&\"'", root.Element(s_svg + "title")!.Value, StringComparison.Ordinal);
        Assert.Empty(root.Descendants(s_svg + "script"));
    }

    private static XElement Draw(params PicturePanel[] panels) => XElement.Parse(SvgPicture.Draw(panels));

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)?.Value ?? "0", CultureInfo.InvariantCulture);
}
