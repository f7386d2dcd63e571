using HyperVLab.Disks;
using HyperVLab.Engine.Storage;
using HyperVLab.Store.Undo;

namespace HyperVLab.Store.Tests;

public sealed class UndoLogTests
{
    private static readonly KeepingSettings s_settings = new() { IsDurable = false };

    [Fact]
    public void Files_are_what_they_were_when_a_stretch_began_whatever_was_done_since()
    {
        for (int seed = 1; seed <= 200; seed++)
        {
            using var folder = new TemporaryFolder();
            var random = new Random(seed);
            using var log = new UndoLog(folder.Path, s_settings);
            var store = new FolderDiskStore(folder.Path, log);
            log.Begin(1);
            Do(store, random, 12);
            log.Begin(2);
            SortedDictionary<string, string> then = Contents(folder.Path);
            Do(store, random, random.Next(12));
            if (random.Next(2) == 0)
            {
                log.Begin(3);
                Do(store, random, random.Next(12));
            }

            log.Dispose();
            UndoRollback.To(folder.Path, 2);

            Assert.True(then.SequenceEqual(Contents(folder.Path)), $"seed {seed}");
        }
    }

    [Fact]
    public void Bringing_them_back_can_be_broken_off_and_done_again()
    {
        for (int seed = 1; seed <= 60; seed++)
        {
            using var folder = new TemporaryFolder();
            var random = new Random(seed);
            using var log = new UndoLog(folder.Path, s_settings);
            var store = new FolderDiskStore(folder.Path, log);
            log.Begin(1);
            Do(store, random, 8);
            log.Begin(2);
            SortedDictionary<string, string> then = Contents(folder.Path);
            Do(store, random, 8);
            log.Dispose();
            string kept = Path.Combine(folder.Path, "kept");
            File.Copy(Path.Combine(UndoLog.FolderOf(folder.Path, 2), UndoLog.LogName), kept);
            UndoRollback.To(folder.Path, 2);

            // As if it had been killed before it forgot the log.
            Directory.CreateDirectory(UndoLog.FolderOf(folder.Path, 2));
            File.Move(kept, Path.Combine(UndoLog.FolderOf(folder.Path, 2), UndoLog.LogName));
            UndoRollback.To(folder.Path, 2);

            Assert.True(then.SequenceEqual(Contents(folder.Path)), $"seed {seed}");
        }
    }

    [Fact]
    public void A_log_that_was_broken_off_or_changed_counts_up_to_there()
    {
        byte[] first = new UndoRecord(UndoKind.Written, "volumes/1/a.vhd", 512, 3, new byte[] { 1, 2, 3 }).ToBytes();
        byte[] second = new UndoRecord(UndoKind.Removed, "volumes/1/b.vhd", 1, 0, default).ToBytes();
        byte[] whole = [.. first, .. second];
        for (int length = 0; length <= whole.Length; length++)
        {
            using var log = new MemoryStream(whole[..length]);
            int expected = length < first.Length ? 0 : length < whole.Length ? 1 : 2;
            Assert.Equal(expected, UndoRecord.ReadAll(log).Count());
        }

        for (int place = 0; place < first.Length; place++)
        {
            byte[] changed = [.. whole];
            changed[place] ^= 0x40;
            using var log = new MemoryStream(changed);
            Assert.Empty(UndoRecord.ReadAll(log));
        }
    }

    [Theory]
    [InlineData("../outside.vhd")]
    [InlineData("/etc/outside.vhd")]
    public void A_log_that_names_a_file_outside_the_folder_is_refused(string place)
    {
        using var folder = new TemporaryFolder();
        string outside = Path.GetFullPath(Path.Combine(folder.Path, place));
        Directory.CreateDirectory(UndoLog.FolderOf(folder.Path, 1));
        File.WriteAllBytes(
            Path.Combine(UndoLog.FolderOf(folder.Path, 1), UndoLog.LogName),
            new UndoRecord(UndoKind.Made, place, 0, 0, default).ToBytes());

        Assert.Throws<InvalidDataException>(() => UndoRollback.To(folder.Path, 1));
        Assert.False(File.Exists(outside));
    }

    private static void Do(FolderDiskStore store, Random random, int count)
    {
        for (int step = 0; step < count; step++)
        {
            var location = new DiskLocation(1, $"{random.Next(4)}.vhd");
            bool isThere = store.Files.Any(file => file.Location == location);
            if (!isThere || random.Next(6) == 0)
            {
                store.Create(location, file => Write(file, random));
            }
            else if (random.Next(6) == 0)
            {
                store.Delete(location);
            }
            else
            {
                using IDiskFile file = store.Open(location, readOnly: false);
                Write(file, random);
            }
        }
    }

    private static void Write(IDiskFile file, Random random)
    {
        for (int step = random.Next(1, 5); step > 0; step--)
        {
            long offset = random.Next(400_000);
            byte[] data = new byte[random.Next(1, 100_000)];
            switch (random.Next(4))
            {
                case 0:
                    file.SetLength(offset);
                    break;
                case 1 when file.Length > offset:
                    file.PunchHole(offset, Math.Min(data.Length, file.Length - offset));
                    break;
                default:
                    random.NextBytes(data);
                    file.Write(offset, data);
                    break;
            }
        }
    }

    private static SortedDictionary<string, string> Contents(string folder) => new(
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) == ".vhd")
            .ToDictionary(static path => path, static path => StoredImage.DigestOf(File.ReadAllBytes(path))),
        StringComparer.Ordinal);
}
