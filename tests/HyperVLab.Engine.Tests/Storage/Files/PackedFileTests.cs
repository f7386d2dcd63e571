using System.Text;
using HyperVLab.Disks;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Tests.Storage.Files;

public sealed class PackedFileTests
{
    [Fact]
    public void Whatever_is_in_a_file_comes_out_of_its_packed_form()
    {
        var random = new Random(20100104);
        for (int round = 0; round < 200; round++)
        {
            using MemoryDiskFile file = Drawn(random);
            PackedFile? packed = PackedFile.Parse(PackedFile.Of(file).ToString());
            Assert.NotNull(packed);
            using var copy = new MemoryDiskFile();
            packed.Unpack(copy);
            Assert.Equal(Bytes(file), Bytes(copy));
            Assert.Equal(packed.ToString(), PackedFile.Of(copy).ToString());
        }
    }

    [Fact]
    public void Of_a_long_file_only_the_digest_is_carried()
    {
        var bytes = new byte[StorageSettings.MaximumCarriedBytes + 4096];
        new Random(1).NextBytes(bytes);
        using var file = new MemoryDiskFile();
        file.Write(0, bytes);
        PackedFile packed = PackedFile.Of(file);
        Assert.False(packed.HasBytes);
        Assert.Equal(packed.ToString(), PackedFile.Parse(packed.ToString())!.ToString());
        file.Write(bytes.Length - 1, [(byte)~bytes[^1]]);
        Assert.NotEqual(packed.Digest, PackedFile.Of(file).Digest);
    }

    [Theory]
    [InlineData("")]
    [InlineData(";;")]
    [InlineData("-1;0;")]
    [InlineData("x;y;z")]
    [InlineData("512;0000000000000000000000000000000000000000000000000000000000000000;AAAA")]
    [InlineData("99999999999999999999;0000000000000000000000000000000000000000000000000000000000000000;")]
    public void What_is_none_is_refused(string text) => Assert.Null(PackedFile.Parse(text));

    [Fact]
    public void No_changed_packed_form_unpacks_beyond_its_length()
    {
        var random = new Random(7);
        for (int round = 0; round < 2000; round++)
        {
            using MemoryDiskFile file = Drawn(random);
            byte[] packed = PackedFile.Of(file).Bytes.ToArray();
            for (int change = 0; change < 3 && packed.Length > 0; change++)
            {
                packed[random.Next(packed.Length)] = (byte)random.Next(256);
            }

            string text = $"{file.Length};{PackedFile.DigestOf(packed)};{Convert.ToBase64String(packed)}";
            if (PackedFile.Parse(text) is { } read)
            {
                using var copy = new MemoryDiskFile();
                read.Unpack(copy);
                Assert.Equal(file.Length, copy.Length);
            }
        }
    }

    private static MemoryDiskFile Drawn(Random random)
    {
        var file = new MemoryDiskFile();
        file.SetLength(random.Next(0, 200_000));
        for (int piece = 0; piece < random.Next(6) && file.Length > 0; piece++)
        {
            int start = random.Next((int)file.Length);
            var bytes = new byte[random.Next(1, (int)file.Length - start + 1)];
            if (random.Next(2) == 0)
            {
                random.NextBytes(bytes);
            }
            else
            {
                Array.Fill(bytes, (byte)random.Next(256));
            }

            file.Write(start, bytes);
        }

        return file;
    }

    private static string Bytes(MemoryDiskFile file)
    {
        var bytes = new byte[file.Length];
        file.Read(0, bytes);
        return Encoding.Latin1.GetString(bytes);
    }
}
