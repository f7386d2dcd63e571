using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using HyperVLab.Engine.Compute.Channels;
using HyperVLab.Engine.Compute.Tracing;
using HyperVLab.Pictures;

namespace HyperVLab.Tests.Pictures;

public sealed class WayTests
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    private static readonly IOTraceView s_frame = new()
    {
        Kind = IORequestKind.Frame,
        VMName = "web01 <A>",
        ComputerName = "NODE1",
        Device = "Network Adapter",
        Target = "web02",
        Bytes = 1514,
        Way = "synthetic, without VMQ",
        Hops =
        [
            Hop(1, "NODE1", DevicePlace.Child, "web01 <A>", "VSC", "to 00155D000001"),
            Hop(2, "NODE1", DevicePlace.VMBus, "VMBus", "VMBus channel", ""),
            Hop(3, "NODE1", DevicePlace.ParentKernel, "parent", "VSP", ""),
            Hop(4, "NODE1", DevicePlace.Hardware, "hardware", "Local Area Connection with a very long name", ""),
            Hop(5, "Core", DevicePlace.Network, "network", "Physical switch", "learned where web02 is"),
            Hop(6, "NODE2", DevicePlace.Hardware, "hardware", "Card", "default queue"),
            Hop(7, "NODE2", DevicePlace.ParentKernel, "parent", "Virtual switch", "a reason that needs far more room "
                + "than a line of the picture has, and so goes on below") with { IsStop = true },
        ],
    };

    [Fact]
    public void Lines_stay_within_the_width_and_boxes_are_closed()
    {
        string[] lines = TextWay.Draw(WayPicture.Of(s_frame), 79, isColoured: false).Split(Environment.NewLine);
        Assert.All(lines[4..], static line => Assert.InRange(line.Length, 0, 79));
        Assert.Equal("web01 <A>: a frame of 1,514 bytes to web02", lines[0]);
        Assert.StartsWith("stops at hop 7: a reason", lines[3], StringComparison.Ordinal);
        Assert.Contains("| parent partition                           | child partition web01 <A>      |", lines);
        Assert.All(
            lines.Where(static line => line.StartsWith('|')),
            static line => Assert.Equal((79, '|'), (line.Length, line[^1])));
        Assert.All((string[])[" 1 VSC", " 5 Core", " 7 Virtual switch"], hop =>
            Assert.Single(lines, line => line.Contains(hop, StringComparison.Ordinal)));
    }

    [Fact]
    public void In_colours_it_is_as_wide_as_without()
    {
        string[] plain = TextWay.Draw(WayPicture.Of(s_frame), 79, isColoured: false).Split(Environment.NewLine);
        string[] coloured = TextWay.Draw(WayPicture.Of(s_frame), 79, isColoured: true).Split(Environment.NewLine);
        Assert.Equal(
            plain.Select(static line => line.Length),
            coloured.Select(static line => Regex.Replace(line, "\e\\[[0-9]+m", string.Empty).Length));
    }

    [Fact]
    public void The_SVG_has_a_numbered_dot_for_each_hop_and_a_line_through_them()
    {
        XElement root = XElement.Parse(SvgWay.Draw([WayPicture.Of(s_frame), WayPicture.Of(s_frame)]));
        Assert.Equal(14, root.Elements(s_svg + "circle").Count());
        Assert.Equal(12, root.Elements(s_svg + "path").Count());
        Assert.Contains("7: NODE2, Virtual switch", root.Element(s_svg + "desc")!.Value, StringComparison.Ordinal);
        Assert.Contains(root.Elements(s_svg + "text"), static text => text.Value == "parent partition");
        Assert.Equal(2, root.Elements(s_svg + "circle").Count(
            static circle => circle.Attribute("class")!.Value == "dot halted"));
    }

    [Fact]
    public void Nothing_stands_outside_the_page()
    {
        XElement root = XElement.Parse(SvgWay.Draw([WayPicture.Of(s_frame)]));
        double width = Number(root, "width");
        double height = Number(root, "height");
        Assert.All(root.Elements(s_svg + "rect"), rect =>
        {
            double x = rect.Attribute("x") is null ? 0 : Number(rect, "x");
            double y = rect.Attribute("y") is null ? 0 : Number(rect, "y");
            Assert.InRange(x + Number(rect, "width"), 0, width);
            Assert.InRange(y + Number(rect, "height"), 0, height);
        });
    }

    [Fact]
    public void Who_told_where_a_file_lies_stands_beside_the_filter_that_asked()
    {
        IOTraceView read = s_frame with
        {
            Kind = IORequestKind.Read,
            Target = @"C:\ClusterStorage\Volume1\web01.vhd",
            Coordinator = "NODE9",
            Hops =
            [
                Hop(1, "NODE1", DevicePlace.Child, "web01", "VSC", ""),
                Hop(2, "NODE1", DevicePlace.ParentKernel, "parent", "CSV filter", ""),
            ],
        };
        XElement root = XElement.Parse(SvgWay.Draw([WayPicture.Of(read)]));
        Assert.Contains(root.Elements(s_svg + "text"), static text => text.Value == "NODE9");
        Assert.Contains(root.Elements(s_svg + "path"), static path => path.Attribute("class")!.Value == "asked");
        Assert.Equal("web01 <A>: reads 1.48 KB from web01.vhd", WayPicture.TitleOf(read));
    }

    private static IOHopView Hop(
        int number, string computer, DevicePlace place, string partition, string component, string reason) => new()
        {
            Number = number,
            ComputerName = computer,
            Place = place,
            Partition = partition,
            Component = component,
            Driver = place == DevicePlace.ParentKernel ? "driver.sys" : string.Empty,
            Microseconds = number * 1.5,
            Reason = reason,
        };

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
