using System.Text.RegularExpressions;
using HyperVLab.Pictures;

namespace HyperVLab.Tests.Pictures;

public sealed partial class TextPictureTests
{
    private static readonly BlockPicture s_small = new()
    {
        Title = "small.vhd", SizeBytes = 9 * 100, FileSizeBytes = 700, BlockSizeBytes = 100,
        Runs =
        [
            new(0, 1, PictureTone.Outside, IsFreed: false), new(1, 2, PictureTone.Data, IsFreed: false),
            new(3, 1, PictureTone.FreeSpace, IsFreed: true), new(4, 1, PictureTone.Zeros, IsFreed: true),
            new(5, 1, PictureTone.Zeros, IsFreed: false), new(6, 1, PictureTone.Unused, IsFreed: true),
        ],
    };

    [Fact]
    public void Without_colours_letters_say_what_blocks_hold_and_small_ones_that_they_are_freed()
        => Assert.Contains("0 bytes ODDfzZn..", Plain(s_small, 120), StringComparison.Ordinal);

    [Fact]
    public void Without_colours_every_character_of_the_map_and_the_legend_is_ASCII()
        => Assert.True(Plain(SampleDisk.Before, 120).All(char.IsAscii));

    [Fact]
    public void With_colours_what_is_freed_has_one_of_its_own_and_each_line_ends_without_any()
    {
        string[] lines = TextPicture.Draw(s_small, 120, isColoured: true).Split(Environment.NewLine);
        Assert.Contains("    0 bytes \e[36m■\e[94m██\e[93m▒░\e[36m░\e[93m-\e[90m··\e[0m", lines);
        Assert.All(lines.Where(line => line.Contains('\e')), line =>
            Assert.Equal("\e[0m", Sequence().Matches(line)[^1].Value));
    }

    [Fact]
    public void Colours_and_letters_draw_the_same_cells()
    {
        string coloured = TextPicture.Draw(SampleDisk.Before, 120, isColoured: true);
        coloured = Sequence().Replace(coloured, string.Empty);
        Assert.Equal(Plain(SampleDisk.Before, 120).Length, coloured.Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(500)]
    public void The_map_is_no_wider_than_the_window_and_has_at_most_sixteen_rows(int width)
    {
        string[] rows = [.. Plain(SampleDisk.Before, width).Split(Environment.NewLine).Where(IsRow)];
        Assert.InRange(rows.Length, 1, 16);
        Assert.All(rows, row => Assert.InRange(row.Length, 1, Math.Max(width, 32)));
    }

    [Fact]
    public void The_legend_counts_blocks_and_bytes_and_leaves_out_what_there_is_not()
    {
        string text = Plain(SampleDisk.After, 120);
        Assert.Matches(@"D data +kept +4,500 blocks +8\.79 GB", text);
        Assert.Matches(@"O outside of volumes +kept +2 blocks +4 MB", text);
        Assert.Matches(@"\. not in the file +15,978 blocks +31\.2 GB", text);
        Assert.DoesNotContain("free space", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_block_among_thousands_without_a_place_is_seen()
    {
        BlockPicture disk = s_small with
        {
            SizeBytes = 1L << 46, BlockSizeBytes = 1 << 20,
            Runs = [new((1L << 26) - 1, 1, PictureTone.Data, IsFreed: false)],
        };
        Assert.EndsWith(".D", Plain(disk, 120).Split(Environment.NewLine).Last(IsRow), StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_block_counts_only_what_is_on_the_disk()
    {
        BlockPicture disk = s_small with { SizeBytes = 150, Runs = [new(0, 2, PictureTone.Data, IsFreed: false)] };
        Assert.Matches("2 blocks 150 bytes", Plain(disk, 80));
    }

    [Fact]
    public void A_label_with_escape_sequences_cannot_change_the_screen()
    {
        BlockPicture disk = s_small with { Title = "a\e[2J", Spans = [new(0, 100, "1: \e]0;x\a")] };
        Assert.DoesNotContain('\e', Plain(disk, 80));
    }

    private static string Plain(BlockPicture picture, int width) => TextPicture.Draw(picture, width, isColoured: false);

    private static bool IsRow(string line) => Row().IsMatch(line);

    [GeneratedRegex(@"^ *[\d.,]+ (bytes|[KMGT]B) [DUOFMZNduofmzn.]+$")]
    private static partial Regex Row();

    [GeneratedRegex("\e\\[[0-9]+m")]
    private static partial Regex Sequence();
}
