using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Storage;

public sealed class ExportTests
{
    private const long Gigabyte = StorageLab.Gigabyte;

    [Fact]
    public void An_export_of_an_import_is_the_same_byte_for_byte()
    {
        using var folder = new TemporaryFolder();
        using TestLab lab = LabWithDisks(out _);
        lab.Lab.ExportTo(folder.At("one"));
        using Lab copy = Lab.ImportFrom(folder.At("one"), new FolderDiskStore(folder.At("files")));

        copy.ExportTo(folder.At("two"));

        Assert.Equal(ContentsOf(folder, "one"), ContentsOf(folder, "two"));
        Assert.Equal(lab.Lab.StateHash, copy.StateHash);
        Assert.Equal(lab.Lab.JournalHash, copy.JournalHash);
    }

    [Fact]
    public void An_imported_lab_has_the_bytes_of_its_source_and_shares_no_file_with_it()
    {
        using var folder = new TemporaryFolder();
        using TestLab lab = LabWithDisks(out Key<PhysicalComputer> host);
        lab.Lab.ExportTo(folder.At("one"));
        using Lab copy = Lab.ImportFrom(folder.At("one"), new MemoryDiskStore());
        Directory.Delete(folder.At("one"), recursive: true);

        Change(lab, host, @"X:\base.vhd", 0xBB);

        Assert.Equal(0xAA, FirstByte(copy, host, @"X:\child.vhd"));
        Assert.Equal(0xBB, FirstByte(lab.Lab, host, @"X:\child.vhd"));
    }

    [Fact]
    public void A_second_export_writes_only_what_changed_and_drops_what_is_gone()
    {
        using var folder = new TemporaryFolder();
        using TestLab lab = LabWithDisks(out Key<PhysicalComputer> host);
        lab.Lab.ExportTo(folder.At("one"));
        List<string> before = [.. folder.Files(Path.Combine("one", "blocks"))];
        foreach (string block in before)
        {
            File.SetLastWriteTimeUtc(block, new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        Change(lab, host, @"X:\base.vhd", 0xBB);
        lab.Lab.ExportTo(folder.At("one"));

        IReadOnlyList<string> after = folder.Files(Path.Combine("one", "blocks"));
        string made = Assert.Single(after.Except(before));
        Assert.Single(before.Except(after));
        Assert.NotEqual(2001, File.GetLastWriteTimeUtc(made).Year);
        Assert.All(after.Where(before.Contains), block => Assert.Equal(2001, File.GetLastWriteTimeUtc(block).Year));
    }

    [Fact]
    public void An_export_into_the_same_folder_equals_one_into_an_empty_one()
    {
        using var folder = new TemporaryFolder();
        using TestLab lab = LabWithDisks(out Key<PhysicalComputer> host);
        lab.Lab.ExportTo(folder.At("one"));
        Change(lab, host, @"X:\base.vhd", 0xBB);

        lab.Lab.ExportTo(folder.At("one"));
        lab.Lab.ExportTo(folder.At("two"));

        Assert.Equal(ContentsOf(folder, "two"), ContentsOf(folder, "one"));
    }

    [Theory]
    [InlineData("\"version\":1", "\"version\":2")]
    [InlineData("\"hypervlab-disks\"", "\"other\"")]
    [InlineData("base.vhd", "other.vhd")]
    [InlineData("base.vhd", "child.vhd")]
    [InlineData("\"pieces\":[[", "\"pieces\":[[-1,")]
    [InlineData("\"length\":", "\"length\":-")]
    [InlineData("\"length\":", "\"length\":1")]
    [InlineData("]}", "")]
    public void A_damaged_map_is_refused(string text, string replacement)
    {
        using var folder = new TemporaryFolder();
        using TestLab lab = LabWithDisks(out _);
        lab.Lab.ExportTo(folder.Root);
        string map = folder.At("disks.json");
        string whole = File.ReadAllText(map);
        int at = whole.IndexOf(text, StringComparison.Ordinal);
        string changed = text == "\"length\":" && replacement.EndsWith('1')
            ? whole.Replace(text, "\"length\":99999999999999", StringComparison.Ordinal)
            : whole[..at] + replacement + whole[(at + text.Length)..];
        File.WriteAllText(map, changed);

        var refusal = Assert.Throws<LabException>(() => Lab.ImportFrom(folder.Root, new MemoryDiskStore()));

        Assert.Equal("LabFileDamaged", refusal.Error.Key);
    }

    [Fact]
    public void A_damaged_or_missing_block_is_refused()
    {
        using var folder = new TemporaryFolder();
        using TestLab lab = LabWithDisks(out _);
        lab.Lab.ExportTo(folder.Root);
        string block = folder.Files("blocks")[0];
        byte[] bytes = File.ReadAllBytes(block);
        bytes[0] ^= 1;
        File.WriteAllBytes(block, bytes);
        Assert.Throws<LabException>(() => Lab.ImportFrom(folder.Root, new MemoryDiskStore()));

        File.Delete(block);
        Assert.Throws<LabException>(() => Lab.ImportFrom(folder.Root, new MemoryDiskStore()));
    }

    [Fact]
    public void A_digest_that_climbs_out_of_the_folder_is_refused()
    {
        using var folder = new TemporaryFolder();
        using TestLab lab = LabWithDisks(out _);
        lab.Lab.ExportTo(folder.Root);
        string map = folder.At("disks.json");
        string digest = Path.GetFileName(folder.Files("blocks")[0]);
        string climbing = "../../" + new string('a', digest.Length - 6);
        File.WriteAllText(map, File.ReadAllText(map).Replace(digest, climbing, StringComparison.Ordinal));

        var refusal = Assert.Throws<LabException>(() => Lab.ImportFrom(folder.Root, new MemoryDiskStore()));

        Assert.Equal("LabFileDamaged", refusal.Error.Key);
    }

    [Fact]
    public void A_folder_without_a_lab_is_refused()
    {
        using var folder = new TemporaryFolder();

        var refusal = Assert.Throws<LabException>(() => Lab.ImportFrom(folder.Root, new MemoryDiskStore()));

        Assert.Equal(StorageErrors.ImportFailed, refusal.Error);
    }

    private static TestLab LabWithDisks(out Key<PhysicalComputer> host)
    {
        var lab = new TestLab();
        host = lab.AddHostWithVolume();
        lab.Do(new NewVHD { Computer = host, Path = @"X:\base.vhd", SizeBytes = Gigabyte });
        Change(lab, host, @"X:\base.vhd", 0xAA);
        lab.Do(new NewVHD { Computer = host, Path = @"X:\child.vhd", ParentPath = @"X:\base.vhd" });
        lab.Do(new NewVHD { Computer = host, Path = @"X:\fixed.vhd", SizeBytes = Gigabyte, Fixed = true });
        return lab;
    }

    // Straight into the bytes, past the door: a journal with a test's own request could not be imported.
    private static void Change(TestLab lab, Key<PhysicalComputer> host, string path, byte content) => lab.Read(state =>
    {
        StoredFile file = FileTable.Require(state, host, path);
        long length = VirtualDiskFiles.Change(state, file, disk => disk.Write(0, [content]));
        VirtualDiskFiles.Measure(state, file, length);
        return length;
    });

    private static byte FirstByte(Lab lab, Key<PhysicalComputer> host, string path) =>
        lab.Ask(new StateReading<byte>(state => VirtualDiskFiles.Read(
            state,
            FileTable.Require(state, host, path),
            disk =>
            {
                var bytes = new byte[1];
                disk.Read(0, bytes);
                return bytes[0];
            })));

    private static List<(string Name, string Content)> ContentsOf(TemporaryFolder folder, string name) =>
        [.. folder.Files(name).Select(file =>
            (Path.GetRelativePath(folder.At(name), file), Convert.ToHexString(File.ReadAllBytes(file))))];
}
