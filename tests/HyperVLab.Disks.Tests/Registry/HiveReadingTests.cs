using HyperVLab.Disks.Registry;

namespace HyperVLab.Disks.Tests.Registry;

public class HiveReadingTests
{
    [Theory]
    [InlineData("SAM")]
    [InlineData("SECURITY")]
    public void Hivex_reads_the_same_in_a_hive_of_Windows(string name)
    {
        var path = SampleHives.Need(name);
        var hive = RegistryHive.Open(File.ReadAllBytes(path));
        hive.Check();
        Assert.Equal(HiveContent.FromHivex(path), HiveContent.Of(hive));
    }

    [Fact]
    public void Security_descriptors_and_types_of_SAM_are_taken_as_they_are()
    {
        var hive = RegistryHive.Open(SampleHives.Bytes("SAM"));
        var value = hive.Find(@"sam\domains\ACCOUNT\Users\Names\Administrator")!.FindValue("")!;
        Assert.Equal((0x1F4, 0), ((int)value.Type, value.ReadData().Length));
        var descriptor = hive.Find("SAM")!.ReadSecurityDescriptor()!;
        Assert.Equal([1, 0, 4, 0x88], descriptor[..4]);
        Assert.Equal(new DateTimeOffset(2014, 7, 29, 22, 26, 35, default), hive.Find("SAM")!.LastWritten, _second);
        Assert.Equal((3, @"\SystemRoot\System32\Config\SAM"), (hive.MinorVersion, hive.FileName));
    }

    [Fact]
    public void A_hive_that_a_write_was_under_way_in_is_dirty()
    {
        Assert.True(RegistryHive.Open(SampleHives.Bytes("SECURITY")).IsDirty);
        Assert.False(RegistryHive.Open(SampleHives.Bytes("SAM")).IsDirty);
    }

    [Fact]
    public void A_hive_that_is_not_changed_is_written_as_it_was()
    {
        var bytes = SampleHives.Bytes("SAM");
        Assert.Equal(bytes[..(0x1000 + 0x8000)], RegistryHive.Open(bytes).ToBytes());
    }

    [Fact]
    public void Keys_are_found_whatever_the_case()
    {
        var hive = AnyHive.Reopen(AnyHive.Full());
        Assert.Equal(@"Software\Vendor\Product", hive.Find(@"SOFTWARE\vendor\pRODUCT")!.Path);
        Assert.Equal("\u0416\u0436", hive.Find("\u0436\u0416")!.Name);
        Assert.Equal("42 \u20AC", hive.Find(@"Software\Vendor\Product")!.FindValue("GRÖSSE".Replace("SS", "ß"))!
            .ReadText());
        Assert.Null(hive.Find(@"Software\Vendor\Nothing"));
        Assert.Null(hive.Find(@"Software\Vendor\Product\Below"));
        Assert.Null(hive.Root.FindValue("Nothing"));
        Assert.Same(hive.Root, hive.Find(""));
    }

    [Fact]
    public void Letters_that_share_an_upper_case_are_as_different_as_in_Windows()
    {
        var hive = AnyHive.Empty();
        string[] names = ["i", "\u0131", "\u00B5", "\u03BC", "s", "\u017F", "\u00E9"];
        foreach (var name in names)
        {
            hive.Root.CreateSubkey(name);
        }

        Assert.Equal(names.Length, AnyHive.Reopen(hive).Root.Subkeys.Count);
        Assert.NotNull(hive.Find("\u00C9"));
        Assert.Equal("\u03BC", hive.Find("\u039C")!.Name);
    }

    [Fact]
    public void Values_are_read_as_their_types_say()
    {
        var key = AnyHive.Reopen(AnyHive.Full()).Find(@"Software\Vendor\Product")!;
        Assert.Equal("the default", key.FindValue("")!.ReadText());
        Assert.Equal(0x12345678ul, key.FindValue("number")!.ReadNumber());
        Assert.Equal(0x0807060504030201ul, key.FindValue("\u20AC\u20AC")!.ReadNumber());
        Assert.Null(key.FindValue("Three")!.ReadNumber());
        Assert.Equal([1, 2, 3], key.FindValue("Three")!.ReadData());
        Assert.Empty(key.FindValue("Empty")!.ReadData());
        Assert.Equal(Any.Bytes(5000, 1), key.FindValue("Middle")!.ReadData());
        Assert.Equal(Any.Bytes(70_000, 2), key.FindValue("Large")!.ReadData());
    }

    [Fact]
    public void Texts_end_with_an_empty_one()
    {
        var hive = AnyHive.Empty();
        var data = System.Text.Encoding.Unicode.GetBytes("one\0two\0\0rest\0");
        hive.Root.SetValue("Texts", RegistryValueType.Texts, data);
        hive.Root.SetValue("Big", RegistryValueType.Number32BigEndian, [1, 2, 3, 4]);
        Assert.Equal(["one", "two"], hive.Root.FindValue("Texts")!.ReadTexts());
        Assert.Equal(0x01020304ul, hive.Root.FindValue("Big")!.ReadNumber());
    }

    [Fact]
    public void A_hive_is_read_from_a_stream_and_from_a_disk_file_too()
    {
        var bytes = AnyHive.Full().ToBytes();
        using var stream = new MemoryStream(bytes);
        using var file = MemoryDiskFile.FromBytes(bytes);
        var expected = HiveContent.Of(RegistryHive.Open(bytes));
        Assert.Equal(expected, HiveContent.Of(RegistryHive.Open(stream)));
        Assert.Equal(expected, HiveContent.Of(RegistryHive.Open(file)));
        using var copy = new MemoryStream();
        RegistryHive.Open(bytes).Save(copy);
        Assert.Equal(bytes, copy.ToArray());
    }

    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);
}
