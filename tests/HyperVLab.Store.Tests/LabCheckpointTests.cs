using HyperVLab.Engine;
using HyperVLab.Engine.Keeping;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Store.Tests;

public sealed class LabCheckpointTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private readonly FolderLabStore _store = new(new KeepingSettings { IsDurable = false });

    private string Folder => Path.Combine(_temporary.Path, "lab");

    private LabCheckpoints Checkpoints => new(Path.Combine(Folder, LabCheckpoints.FolderName));

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void A_kept_lab_goes_back_to_a_checkpoint_and_stays_there()
    {
        IStoredLab stored = NewCluster();
        Checkpoints.Take(stored.Lab, "first");
        (string state, string bytes) = (stored.Lab.StateHash, GuestBytes.DigestOf(stored.Lab));
        stored.Lab.AdvanceTo(stored.Lab.Now + TimeSpan.FromHours(1));

        stored = stored.Replace(disks => Checkpoints.Read("FIRST", disks));

        Assert.Equal(state, stored.Lab.StateHash);
        Assert.Equal(bytes, GuestBytes.DigestOf(stored.Lab));
        stored.Lab.AdvanceTo(stored.Lab.Now + TimeSpan.FromMinutes(1));
        string later = stored.Lab.StateHash;
        stored.Dispose();
        using IStoredLab again = _store.Open(Folder);
        Assert.Equal(later, again.Lab.StateHash);
        Assert.Equal(bytes, GuestBytes.DigestOf(again.Lab));
    }

    [Fact]
    public void A_kept_lab_is_as_it_was_when_a_checkpoint_cannot_be_read()
    {
        IStoredLab stored = NewCluster();
        Checkpoints.Take(stored.Lab, "first");
        stored.Lab.AdvanceTo(stored.Lab.Now + TimeSpan.FromHours(1));
        (string state, string bytes) = (stored.Lab.StateHash, GuestBytes.DigestOf(stored.Lab));
        string block = Directory.GetFiles(
            Path.Combine(Folder, LabCheckpoints.FolderName, "blocks"), "*", SearchOption.AllDirectories)[^1];
        File.WriteAllBytes(block, [1]);

        Assert.Throws<LabException>(() => stored.Replace(disks => Checkpoints.Read("first", disks)));

        using IStoredLab again = _store.Open(Folder);
        Assert.Equal(state, again.Lab.StateHash);
        Assert.Equal(bytes, GuestBytes.DigestOf(again.Lab));
    }

    [Fact]
    public void Checkpoints_share_the_blocks_that_did_not_change_and_a_removed_one_takes_only_its_own()
    {
        using IStoredLab stored = NewCluster();
        Checkpoints.Take(stored.Lab, "first");
        int blocks = Blocks();
        Checkpoints.Take(stored.Lab, "second");
        Assert.Equal(blocks, Blocks());
        Checkpoints.Remove("first");
        Assert.Equal(blocks, Blocks());
        Assert.Equal("second", Assert.Single(Checkpoints.All).Name);
        using Lab same = Checkpoints.Read("second", new MemoryDiskStore());
        Assert.Equal(stored.Lab.StateHash, same.StateHash);
        Checkpoints.Remove("second");
        Assert.Equal(0, Blocks());
    }

    [Fact]
    public void A_name_is_taken_once_and_names_no_place_outside_the_folder()
    {
        using IStoredLab stored = NewCluster();
        Checkpoints.Take(stored.Lab, "../../outside");
        Assert.False(Path.Exists(Path.Combine(_temporary.Path, "outside")));
        Assert.Equal("../../outside", Assert.Single(Checkpoints.All).Name);
        LabException refusal = Assert.Throws<LabException>(() => Checkpoints.Take(stored.Lab, "../../OUTSIDE"));
        Assert.Equal("LabCheckpointExists", refusal.Error.ErrorId);
        Assert.Throws<LabException>(() => Checkpoints.Remove("another"));
    }

    private int Blocks() => Directory.GetFiles(
        Path.Combine(Folder, LabCheckpoints.FolderName, "blocks"), "*", SearchOption.AllDirectories).Length;

    private IStoredLab NewCluster()
    {
        IStoredLab stored = _store.Create(Folder, static disks => new Lab("lab", 1, disks));
        using (stored.Together())
        {
            BladeCenterS.Build(new LabBuilder(stored.Lab));
        }

        return stored;
    }
}
