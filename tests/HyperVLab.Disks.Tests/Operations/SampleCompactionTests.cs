using System.Runtime.Versioning;
using System.Text;
using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Tests.Corpus;

namespace HyperVLab.Disks.Tests.Operations;

/// <summary>Compactions whose kept blocks others have found, from the samples beside the repository.</summary>
public class SampleCompactionTests
{
    private const int Block = 2 * 1024 * 1024;

    // The blocks that the samples' own tool keeps, with what ntfscat reads of $Bitmap.
    [Theory]
    [InlineData("ntfs-ptrn", 511, "0 1 3 167 168 169 170 510 511")]
    [InlineData("ntfs-2m", 20, "0 1 2 3 4 5 6 7 8 10 11 13 165 166 167 168 169 170 171 510")]
    public void A_disk_that_Windows_formatted_keeps_exactly_the_expected_blocks(
        string name, int allocated, string expected)
    {
        using var folder = new TemporaryFolder();
        using var disk = NtfsSamples.Unpack(name, folder["disk.vhd"]);
        var files = NtfsSamples.Hashes(disk);
        var plan = DiskCompaction.Plan(disk, CompactionMode.Full, null, DiskWork.Unwatched);
        Assert.Equal(allocated, plan.AllocatedBlockCount);
        Assert.Equal(expected, string.Join(' ', Kept(plan)));
        DiskCompaction.Run(disk, plan, DiskWork.Unwatched);
        Assert.Equal(files, NtfsSamples.Hashes(disk));
        var kept = plan.AllocatedBlockCount - plan.DroppedBlockCount;
        Assert.InRange(disk.FileSizeBytes, kept * Block, (kept * (Block + 8192)) + 16384);
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public void A_disk_that_NTFS_3G_filled_keeps_exactly_what_the_oracle_keeps()
    {
        Assert.SkipWhen(SharedCorpus.Folder is null, "The scripts beside the repository are not on this computer.");
        Assert.SkipUnless(Environment.UserName == "root" && File.Exists("/dev/fuse"), "Only root with FUSE can mount.");
        foreach (var tool in new[] { "sfdisk", "losetup", "mkntfs", "ntfs-3g", "ntfscat", "openssl", "qemu-img" })
        {
            Tools.Need(tool);
        }

        var shared = Path.Combine(SharedCorpus.Folder!, "..", "..");
        using var folder = new TemporaryFolder();
        var (code, _, error) = Tools.Run(
            Tools.Need("bash"), Path.Combine(shared, "bench", "disks", "lab-ntfs-compact.sh"), folder["lab"]);
        Assert.SkipUnless(code == 0, $"The volume could not be made here: {error}");
        var vhd = Path.Combine(folder["lab"], "disk.vhd");
        var (oracleCode, output, oracleError) = Tools.Run(
            Tools.Need("python3"), Path.Combine(shared, "disks", "vhd_ntfs_compact_oracle.py"),
            Path.Combine(folder["lab"], "disk.raw"), vhd);
        Assert.True(oracleCode == 0, oracleError);
        var oracle = Encoding.UTF8.GetString(output);
        using (var disk = VirtualDisk.Open(FileDiskFile.Open(vhd, readOnly: false)))
        {
            var plan = DiskCompaction.Plan(disk, CompactionMode.Full, null, DiskWork.Unwatched);
            Assert.Contains($"keep: [{string.Join(", ", Kept(plan))}]", oracle, StringComparison.Ordinal);
            Assert.Contains($"drop: [{string.Join(", ", plan.DroppedBlocks())}]", oracle, StringComparison.Ordinal);
            Assert.True(plan.DroppedBlockCount > 0);
            DiskCompaction.Run(disk, plan, DiskWork.Unwatched);
            Assert.EndsWith($"(qemu layout) {disk.FileSizeBytes}", oracle.Trim(), StringComparison.Ordinal);
            var expected = File.ReadAllLines(Path.Combine(folder["lab"], "files.sha256"))
                .Select(line => line.Split("  ")).ToDictionary(cells => cells[1], cells => cells[0]);
            Assert.Equal(
                expected.OrderBy(file => file.Key, StringComparer.Ordinal),
                NtfsSamples.Hashes(disk).OrderBy(file => file.Key, StringComparer.Ordinal));
        }

        Assert.Equal(0, Tools.Run(Tools.Need("7zz"), "t", "-tvhd", vhd).ExitCode);
    }

    private static IEnumerable<long> Kept(CompactionPlan plan) => plan.Blocks.Where(range => !range.IsDropped)
        .SelectMany(range => Enumerable.Range(0, (int)range.Count).Select(i => range.First + i));
}
