using System.Text;
using HyperVLab.Disks.Tests.Odd;
using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Tests.Vhd;

/// <summary>The kinds of locator that other programs wrote, and what becomes of them.</summary>
public class ParentLocatorTests
{
    public static IEnumerable<TheoryDataRow<string, byte[], string>> Old =>
    [
        new("MacX", Encoding.UTF8.GetBytes("file://localhost/Users/j%C3%BCrgen/base.vhd"), "/Users/jürgen/base.vhd"),
        new("MacX", Encoding.UTF8.GetBytes("file:///base.vhd\0"), "/base.vhd"),
        new("Wi2k", Encoding.Latin1.GetBytes(@"C:\old\base.vhd"), @"C:\old\base.vhd"),
        new("Wi2r", VhdImage.Utf16(@".\base.vhd"), @".\base.vhd"),
        new("Mac ", [.. new byte[50], 8, .. Encoding.Latin1.GetBytes("base.vhdxxxx")], "base.vhd"),
    ];

    public static IEnumerable<TheoryDataRow<string, byte[]>> Unreadable =>
    [
        new("MacX", Encoding.UTF8.GetBytes("http://localhost/base.vhd")), new("MacX", "file://host"u8.ToArray()),
        new("MacX", [0xFF, 0xFE, 0xC3]), new("Mac ", new byte[50]), new("Mac ", [.. new byte[50], 63, 65]),
        new("W2ku", new byte[6]), new("what", [65, 66]),
    ];

    [Theory]
    [MemberData(nameof(Old))]
    public void Old_locators_are_hints(string code, byte[] text, string path)
    {
        var reference = Read(Child().With(code, 0x1000, text));
        Assert.Equal([path], reference.OtherPaths);
        Assert.Equal(path, reference.BestPath);
        Assert.Equal("base.vhd", reference.FileName);
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void A_locator_that_cannot_be_read_says_nothing(string code, byte[] text)
    {
        var reference = Read(Child().With(code, 0x1000, text));
        Assert.Empty(reference.OtherPaths);
        Assert.Null(reference.BestPath);
    }

    [Fact]
    public void The_usual_locators_say_more_than_hints()
    {
        var reference = Read(Child().With("MacX", 0x1000, "file:///x/hint.vhd"u8.ToArray())
            .With("W2ru", 0x1200, VhdImage.Utf16(@".\base.vhd")).With("W2ku", 0x1400, VhdImage.Utf16(@"C:\base.vhd")));
        Assert.Equal((@"C:\base.vhd", @".\base.vhd"), (reference.AbsolutePath, reference.RelativePath));
        Assert.Equal("base.vhd", reference.FileName);
    }

    [Theory]
    [InlineData(0x7FFFFFFF, 0x1000)]
    [InlineData(65537, 0x1000)]
    [InlineData(46, 0x7FFFFFFF)]
    public void A_locator_that_is_too_long_or_leaves_the_file_is_refused(int length, int offset)
    {
        var bytes = Child().With("W2ku", 0x1000, VhdImage.Utf16("x")).Make(header: header =>
        {
            BitConverter.GetBytes(length).Reverse().ToArray().CopyTo(header, 576 + 8);
            BitConverter.GetBytes(offset).Reverse().ToArray().CopyTo(header, 576 + 20);
        });
        var error = Assert.Throws<DiskFormatException>(() => DiskInformation.Read(MemoryDiskFile.FromBytes(bytes)));
        Assert.Equal(("VHD parent locator", 512), (error.Structure, error.Offset));
    }

    [Fact]
    public void A_block_over_a_locator_is_refused()
    {
        var image = new VhdImage
        {
            Type = VhdImage.Differencing, ParentNumber = 9, TableOffset = 0x2000, FirstBlock = 0x1000 - 512,
            Block = 512 * 1024,
        };
        var bytes = image.With("W2ku", 0x1000, VhdImage.Utf16("x")).With(0).Make();
        var error = Assert.Throws<DiskFormatException>(() => DiskInformation.Read(MemoryDiskFile.FromBytes(bytes)));
        Assert.Equal(VhdBlockTable.Name, error.Structure);
    }

    [Fact]
    public void A_new_parent_is_found_where_the_child_now_says()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["sub"]);
        var file = FileDiskFile.CreateNew(folder["base.vhd"]);
        using (var parent = VhdDisk.CreateDynamic(file, Any.Creation()))
        {
            parent.Write(0, [1, 2, 3]);
            var link = Any.LinkTo(parent, "base.vhd");
            using var childFile = FileDiskFile.CreateNew(folder["child.avhd"]);
            VhdDisk.CreateDifferencing(childFile, Any.Creation(number: 2), link);
        }

        File.Move(folder["base.vhd"], Path.Combine(folder["sub"], "renamed.vhd"));
        var resolver = new DirectoryParentResolver(folder.Path);
        using (var alone = FileDiskFile.Open(folder["child.avhd"], readOnly: true))
        {
            Assert.Throws<DiskParentException>(() => VhdDisk.Open(alone, resolver));
        }

        var lent = new KnownParents().With("base.vhd", Copy(Path.Combine(folder["sub"], "renamed.vhd")));
        using (var child = VhdDisk.Open(FileDiskFile.Open(folder["child.avhd"], readOnly: false), lent))
        {
            child.SetParent(Any.LinkTo(child.Parent!) with { RelativePath = @".\sub\renamed.vhd" });
            Assert.Equal(@".\sub\renamed.vhd", child.ParentReference!.RelativePath);
        }

        using var again = VhdDisk.Open(FileDiskFile.Open(folder["child.avhd"], readOnly: true), resolver);
        Assert.Equal([1, 2, 3], Any.Content(again)[..3]);
    }

    [Fact]
    public void A_disk_without_a_parent_cannot_get_one()
    {
        using var disk = VhdDisk.CreateDynamic(new MemoryDiskFile(), Any.Creation());
        Assert.Throws<NotSupportedException>(() => disk.SetParent(Any.LinkTo(disk)));
    }

    private static VhdImage Child() => new() { Type = VhdImage.Differencing, ParentNumber = 9, TableOffset = 0x2000 };

    private static MemoryDiskFile Copy(string path)
    {
        using var file = FileDiskFile.Open(path, readOnly: true);
        var copy = new MemoryDiskFile();
        file.CopyDataTo(copy);
        return copy;
    }

    private static ParentReference Read(VhdImage image)
        => DiskInformation.Read(MemoryDiskFile.FromBytes(image.Make())).Parent!;
}
