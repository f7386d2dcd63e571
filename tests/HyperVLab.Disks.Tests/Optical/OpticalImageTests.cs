using System.Text;
using HyperVLab.Disks.Optical;

namespace HyperVLab.Disks.Tests.Optical;

public sealed class OpticalImageTests
{
    [Theory]
    [InlineData("1CD001")]
    [InlineData("0CD001", "1CD001")]
    [InlineData("0BEA01", "0NSR02", "0TEA01")]
    [InlineData("0BEA01", "0NSR03", "0TEA01")]
    [InlineData("1CD001", "255CD001", "0BEA01", "0NSR02", "0TEA01")]
    public void An_image_is_known_by_its_descriptors(params string[] descriptors) =>
        Assert.True(IsImage(Image(descriptors)));

    [Theory]
    [InlineData]
    [InlineData("1CD002")]
    [InlineData("255CD001")]
    [InlineData("0BEA01", "0TEA01")]
    [InlineData("0NTFS ")]
    public void Other_files_are_none(params string[] descriptors) => Assert.False(IsImage(Image(descriptors)));

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData((16 * OpticalImage.SectorBytes) + 7)]
    [InlineData((17 * OpticalImage.SectorBytes) - 1)]
    public void A_file_that_ends_before_its_first_descriptor_is_none(int length) =>
        Assert.False(IsImage(Image("1CD001")[..length]));

    [Fact]
    public void Descriptors_without_end_are_not_read_to_the_end()
    {
        string[] many = [.. Enumerable.Repeat("0BEA01", 100), "0NSR02"];

        Assert.False(IsImage(Image(many)));
    }

    [Fact]
    public void Random_bytes_are_none_and_harm_nothing()
    {
        var random = new Random(7);
        byte[] bytes = new byte[40 * OpticalImage.SectorBytes];
        for (int round = 0; round < 200; round++)
        {
            random.NextBytes(bytes);
            Assert.False(IsImage(bytes));
        }
    }

    private static bool IsImage(byte[] bytes)
    {
        using var file = new MemoryDiskFile();
        file.Write(0, bytes);
        return OpticalImage.IsImage(file);
    }

    // A sector for each: its type as a number, then its identifier; the version is 1.
    private static byte[] Image(params string[] descriptors)
    {
        byte[] bytes = new byte[(18 + descriptors.Length) * OpticalImage.SectorBytes];
        for (int at = 0; at < descriptors.Length; at++)
        {
            string one = descriptors[at];
            Span<byte> sector = bytes.AsSpan((16 + at) * OpticalImage.SectorBytes);
            sector[0] = byte.Parse(one.AsSpan()[..^5], System.Globalization.CultureInfo.InvariantCulture);
            Encoding.ASCII.GetBytes(one.AsSpan()[^5..], sector[1..]);
            sector[6] = 1;
        }

        return bytes;
    }
}
