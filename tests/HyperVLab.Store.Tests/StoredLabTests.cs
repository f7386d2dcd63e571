using System.Buffers.Binary;
using HyperVLab.Engine;
using HyperVLab.Engine.Keeping;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;

namespace HyperVLab.Store.Tests;

public sealed class StoredLabTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private readonly FolderLabStore _store = new(new KeepingSettings { IsDurable = false });

    private string Folder => Path.Combine(_temporary.Path, "lab");

    private string Database => Path.Combine(Folder, StoredLab.DatabaseName);

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void A_lab_that_was_closed_is_opened_as_it_was()
    {
        string state;
        string journal;
        int audit;
        using (IStoredLab stored = NewCluster())
        {
            (state, journal, audit) = (stored.Lab.StateHash, stored.Lab.JournalHash, stored.Lab.AuditTrail().Count);
            stored.Close();
        }

        using IStoredLab again = _store.Open(Folder, "again");
        Assert.Equal("again", again.Lab.Name);
        Assert.Equal(state, again.Lab.StateHash);
        Assert.Equal(journal, again.Lab.JournalHash);
        Assert.Equal(audit, again.Lab.AuditTrail().Count);
        Assert.Equal(journal, Lab.Replay(again.Lab.ExportJournal(), new MemoryDiskStore()).JournalHash);
    }

    [Fact]
    public void A_lab_that_was_not_closed_is_opened_as_it_was()
    {
        string state;
        using (IStoredLab stored = NewCluster())
        {
            stored.Lab.AdvanceTo(stored.Lab.Now + TimeSpan.FromHours(3));
            state = stored.Lab.StateHash;
        }

        using IStoredLab again = _store.Open(Folder);
        Assert.Equal(state, again.Lab.StateHash);
    }

    [Fact]
    public void A_lab_that_was_full_before_it_is_kept_is_kept_whole()
    {
        using var disks = new MemoryDiskStore();
        using var source = new Lab("source", 3, disks);
        BladeCenterS.Build(new LabBuilder(source));
        string export = Path.Combine(_temporary.Path, "export");
        source.ExportTo(export);
        using (IStoredLab stored = _store.Create(Folder, store => Lab.ImportFrom(export, store, "kept")))
        {
            stored.Lab.AdvanceTo(stored.Lab.Now + TimeSpan.FromMinutes(1));
        }

        source.AdvanceTo(source.Now + TimeSpan.FromMinutes(1));
        using IStoredLab again = _store.Open(Folder);
        Assert.Equal(source.StateHash, again.Lab.StateHash);
        Assert.Equal(source.JournalHash, again.Lab.JournalHash);
        Assert.Equal(GuestBytes.DigestOf(source), GuestBytes.DigestOf(again.Lab));
    }

    [Fact]
    public void What_a_refused_request_left_in_the_audit_trail_is_kept()
    {
        using (IStoredLab stored = NewCluster())
        {
            Assert.Throws<LabException>(() => stored.Lab.Send(new NewLab(), LabCaller.Lab));
        }

        using IStoredLab again = _store.Open(Folder);
        Assert.NotNull(again.Lab.AuditTrail()[^1].ErrorId);
    }

    [Fact]
    public void Bytes_that_a_request_brings_along_are_kept_though_the_journal_has_them_not()
    {
        string path = Path.Combine(_temporary.Path, "big.iso");
        byte[] content = new byte[3 << 20];
        new Random(1).NextBytes(content);
        File.WriteAllBytes(path, content);
        using (IStoredLab stored = NewCluster())
        {
            var builder = new LabBuilder(stored.Lab);
            builder.Do(CopyFile.Reading(path, builder.Computer("HVR2NODO1"), @"C:\big.iso"));
        }

        File.Delete(path);
        using IStoredLab again = _store.Open(Folder);
        PlacedFile file = again.Disks.Files.Single(one => one.Location.Path == "big.iso");
        Assert.Equal(content, File.ReadAllBytes(Path.Combine(Folder, file.Place)));
    }

    [Fact]
    public void Two_never_write_one_lab()
    {
        using IStoredLab stored = NewCluster();
        LabException refusal = Assert.Throws<LabException>(() => _store.Open(Folder));
        Assert.Equal(StoreErrors.InUse, refusal.Error);
        stored.Lab.AdvanceTo(stored.Lab.Now + TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void A_lab_of_a_later_version_is_refused_and_not_touched()
    {
        NewCluster().Close();
        Change(60, SqliteVersion(99));
        byte[] before = File.ReadAllBytes(Database);
        string[] files = Directory.GetFiles(Folder, "*", SearchOption.AllDirectories);

        LabException refusal = Assert.Throws<LabException>(() => _store.Open(Folder));

        Assert.Equal(StoreErrors.TooNew, refusal.Error);
        Assert.Equal(before, File.ReadAllBytes(Database));
        Assert.Equal(files, Directory.GetFiles(Folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_file_that_is_no_lab_is_refused()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Database, "no database");
        Assert.Equal(StoreErrors.Damaged, Assert.Throws<LabException>(() => _store.Open(Folder)).Error);
        Assert.Equal(StoreErrors.NoLab, Assert.Throws<LabException>(() => _store.Open(_temporary.Path)).Error);
    }

    [Fact]
    public void A_damaged_lab_says_so_or_is_what_it_was_whatever_byte_was_changed()
    {
        string whatItWas;
        using (IStoredLab stored = NewCluster())
        {
            whatItWas = AllOf(stored.Lab);
            stored.Close();
        }

        byte[] whole = File.ReadAllBytes(Database);
        var random = new Random(7);
        int refused = 0;
        for (int round = 0; round < 60; round++)
        {
            byte[] changed = [.. whole];
            changed[random.Next(changed.Length)] ^= (byte)random.Next(1, 256);
            File.WriteAllBytes(Database, changed);
            try
            {
                using IStoredLab again = _store.Open(Folder);
                Assert.Equal(whatItWas, AllOf(again.Lab));
            }
            catch (LabException refusal)
            {
                LabError[] expected = [StoreErrors.Damaged, StoreErrors.TooNew, StoreErrors.Differs];
                Assert.Contains(refusal.Error, expected);
                refused++;
            }
        }

        Assert.NotEqual(0, refused);
    }

    [Fact]
    public void A_missing_disk_is_named()
    {
        using (IStoredLab stored = NewCluster())
        {
            stored.Close();
        }

        string disk = Directory.GetFiles(Folder, "*.vhd", SearchOption.AllDirectories)[0];
        File.Delete(disk);
        LabException refusal = Assert.Throws<LabException>(() => _store.Open(Folder));
        Assert.Equal(StoreErrors.Damaged, refusal.Error);
        Assert.Contains(disk, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Once_something_could_not_be_kept_nobody_is_told_that_anything_is()
    {
        bool isFull = false;
        var store = new FolderLabStore(new KeepingSettings
        {
            IsDurable = false,
            BetweenWrites = _ =>
            {
                if (isFull)
                {
                    throw new IOException("No space left on device");
                }
            },
        });
        string state;
        using (IStoredLab stored = store.Create(Folder, static disks => new Lab("lab", 1, disks)))
        {
            BladeCenterS.Build(new LabBuilder(stored.Lab));
            state = stored.Lab.StateHash;
            isFull = true;
            LabException failure = Assert.Throws<LabException>(() => stored.Lab.AdvanceTo(TimeSpan.FromDays(1)));
            Assert.Equal(StoreErrors.NotKept, failure.Error);
            isFull = false;
            Assert.Throws<LabException>(() => stored.Lab.Views<JobView>());
            Assert.Throws<LabException>(() => stored.Lab.AdvanceTo(TimeSpan.FromDays(2)));
            Assert.Throws<LabException>(stored.Close);
        }

        using IStoredLab again = store.Open(Folder);
        Assert.Equal(state, again.Lab.StateHash);
    }

    private static string AllOf(Lab lab)
    {
        using var text = new StringWriter();
        lab.WriteTo(text);
        return text.ToString();
    }

    private IStoredLab NewCluster()
    {
        IStoredLab stored = _store.Create(Folder, static disks => new Lab("lab", 1, disks));
        using (stored.Together())
        {
            BladeCenterS.Build(new LabBuilder(stored.Lab));
        }

        return stored;
    }

    private void Change(long offset, byte[] bytes)
    {
        using FileStream file = File.OpenWrite(Database);
        file.Position = offset;
        file.Write(bytes);
    }

    private static byte[] SqliteVersion(int version)
    {
        byte[] bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, version);
        return bytes;
    }
}
