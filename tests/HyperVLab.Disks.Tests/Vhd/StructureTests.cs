using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Tests.Vhd;

public class StructureTests
{
    private static readonly VhdFooter _footer = new()
    {
        Features = 3,
        DataOffset = 512,
        Timestamp = 760_000_000,
        Creator = 0x71656D32,
        CreatorVersion = 0x00060003,
        CreatorHost = 0x4D616320,
        OriginalSizeBytes = 4096,
        CurrentSizeBytes = 8192,
        Geometry = new DiskGeometry(1, 4, 17),
        Type = VhdType.Dynamic,
        Identifier = new Guid("6d2d5fc8-eeba-de4c-8cee-de3a12db7c98"),
        SavedState = true,
    };

    private static readonly VhdDynamicHeader _header = new()
    {
        TableOffset = 0x2000,
        MaximumTableEntries = 5,
        BlockSizeBytes = 0x200000,
        ParentIdentifier = new Guid("6d2d5fc8-eeba-de4c-8cee-de3a12db7c98"),
        ParentTimestamp = 1,
        ParentName = @"C:\Übung\base.vhd",
    };

    [Fact]
    public void A_footer_comes_back_as_it_was_written()
        => Assert.Equal(_footer, VhdFooter.FromBytes(_footer.ToBytes(), 0));

    [Fact]
    public void A_footer_is_read_without_its_last_byte_too()
        => Assert.Equal(_footer, VhdFooter.FromBytes(_footer.ToBytes().AsSpan(0, 511), 0));

    [Fact]
    public void An_identifier_is_stored_in_the_order_it_is_printed_in()
        => Assert.Equal("6D2D5FC8EEBADE4C8CEEDE3A12DB7C98", Convert.ToHexString(_footer.ToBytes(), 68, 16));

    [Fact]
    public void A_dynamic_header_comes_back_as_it_was_written()
    {
        var locators = new VhdParentLocator[8];
        locators[1] = new VhdParentLocator(VhdParentLocator.W2ru, 0x10000, 12, 0x3000);
        var read = VhdDynamicHeader.FromBytes((_header with { Locators = locators }).ToBytes(), 512);
        Assert.Equal(locators, read.Locators);
        Assert.Equal(_header, read with { Locators = _header.Locators });
    }

    [Fact]
    public void Any_flipped_bit_of_a_footer_or_header_is_noticed()
    {
        var (footer, header) = (_footer.ToBytes(), _header.ToBytes());
        for (var bit = 0; bit < 512 * 8; bit++)
        {
            footer[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<DiskFormatException>(() => VhdFooter.FromBytes(footer, 0));
            footer[bit / 8] ^= (byte)(1 << (bit % 8));
            header[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<DiskFormatException>(() => VhdDynamicHeader.FromBytes(header, 512));
            header[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void An_error_says_which_structure_is_wrong_and_where()
    {
        var error = Assert.Throws<DiskFormatException>(() => VhdFooter.FromBytes(new byte[512], 1536));
        Assert.Equal(("VHD footer", 1536), (error.Structure, error.Offset));
        Assert.Contains("conectix", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9_440_768, 271, 4, 17)]
    [InlineData(136_365_211_648, 65278, 16, 255)]
    [InlineData(263_454_720, 510, 16, 63)]
    [InlineData(2_190_433_320_960, 65535, 16, 255)]
    public void The_geometry_is_the_one_that_Hyper_V_computes(long size, int cylinders, int heads, int sectors)
    {
        var geometry = DiskGeometry.FromSize(size);
        Assert.True(geometry.CapacityBytes <= size);
        Assert.Equal((cylinders, heads, sectors), (geometry.Cylinders, geometry.Heads, geometry.SectorsPerTrack));
    }
}
