using System.Security.Cryptography;
using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Tests.Corpus;

public class CorpusTests(SharedCorpus corpus) : IClassFixture<SharedCorpus>
{
    public static IEnumerable<TheoryDataRow<string, string, string>> GoodRows
        => SharedCorpus.Rows(row => row != "error");

    public static IEnumerable<TheoryDataRow<string, string, string>> BadRows
        => SharedCorpus.Rows(row => row == "error");

    [Theory]
    [MemberData(nameof(GoodRows))]
    public void A_good_or_odd_disk_opens_with_the_content_it_should_have(string name, string expectation, string hash)
    {
        var folder = corpus.Need();
        using var disk = Open(folder, name);
        if (hash is not "-")
        {
            Assert.Equal(hash, Hash(disk));
        }

        Assert.Equal(expectation.Contains("warn", StringComparison.Ordinal), disk.Warnings.Count > 0);
    }

    [Theory]
    [MemberData(nameof(BadRows))]
    public void A_bad_disk_is_refused(string name, string expectation, string hash)
    {
        var folder = corpus.Need();
        var error = Assert.ThrowsAny<DiskFormatException>(() => Open(folder, name).Dispose());
        Assert.NotEmpty(error.Structure);
        Assert.NotEqual(expectation, hash);
    }

    [Fact]
    public void Sectors_whose_bit_is_clear_are_zeros_whatever_stands_there()
    {
        using var disk = Open(corpus.Need(), "quirk-bitmap-zero-but-data.vhd");
        Assert.DoesNotContain(Any.Content(disk), value => value != 0);
    }

    [Theory]
    [InlineData("bad-diff-parent-uuid-mismatch.avhd", DiskParentProblem.IdentifierMismatch)]
    [InlineData("bad-diff-parent-missing.avhd", DiskParentProblem.Missing)]
    [InlineData("bad-diff-path-traversal.avhd", DiskParentProblem.Missing)]
    [InlineData("bad-diff-self-parent.avhd", DiskParentProblem.Loop)]
    [InlineData("bad-diff-loop-a.avhd", DiskParentProblem.Loop)]
    [InlineData("bad-diff-loop-b.avhd", DiskParentProblem.Loop)]
    public void A_broken_chain_says_how_it_is_broken(string name, DiskParentProblem problem)
    {
        var folder = corpus.Need();
        Assert.Equal(problem, Assert.Throws<DiskParentException>(() => Open(folder, name).Dispose()).Problem);
    }

    [Theory]
    [InlineData("ok-trailing-footer-corrupt.vhd")]
    [InlineData("ok-trailing-footer-missing.vhd")]
    [InlineData("ok-header-footer-copy-corrupt.vhd")]
    [InlineData("ok-footer-511.vhd")]
    [InlineData("ok-blocks-out-of-order.vhd")]
    [InlineData("ok-gaps-between-blocks.vhd")]
    [InlineData("ok-block-16m-bitmap-8-sectors.vhd")]
    public void An_odd_disk_can_be_written_and_is_whole_afterwards(string name)
    {
        var source = FileDiskFile.Open(Path.Combine(corpus.Need(), name), readOnly: true);
        var file = new MemoryDiskFile();
        source.CopyDataTo(file);
        source.Dispose();
        byte[] expected;
        using (var disk = VhdDisk.Open(file))
        {
            expected = Any.Content(disk);
            foreach (var offset in new[] { 2097152 + 512, 5 * 1024 * 1024, 512 })
            {
                var data = Any.Bytes(70_000, offset);
                disk.Write(offset, data);
                data.CopyTo(expected, offset);
            }
        }

        using var again = VhdDisk.Open(file);
        Assert.Empty(again.Warnings);
        Assert.Equal(expected, Any.Content(again));
    }

    private static VhdDisk Open(string folder, string name)
    {
        var file = FileDiskFile.Open(Path.Combine(folder, name), readOnly: true);
        try
        {
            return VhdDisk.Open(file, new DirectoryParentResolver(folder));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static string Hash(VhdDisk disk)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1024 * 1024];
        for (var offset = 0L; offset < disk.SizeBytes; offset += buffer.Length)
        {
            var part = buffer.AsSpan(0, (int)Math.Min(buffer.Length, disk.SizeBytes - offset));
            disk.Read(offset, part);
            hash.AppendData(part);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
