using HyperVLab.Disks.Vhdx;

namespace HyperVLab.Disks.Tests.Vhdx;

public class LogTests
{
    // In the first block, which the disk has at the end of the file.
    private const long Place = ForgedVhdx.Blocks;
    private readonly ForgedVhdx _forged = new(
        AnyVhdx.Make(AnyVhdx.Creation(), disk => disk.Write(0, Any.Bytes(AnyVhdx.Megabyte, 1))));

    [Fact]
    public void Entries_are_done_in_their_order()
    {
        var next = _forged.Entry(0, 7, 0, (Place, (byte)1), (Place + 4096, (byte)2));
        next = _forged.Entry(next, 8, 0, (Place + 4096, (byte)3));
        _forged.Entry(next, 9, 0, (Place + 8192, 8192L), (Place + 12288, (byte)4));
        AssertPages(1, 3, 0, 4);
    }

    [Fact]
    public void An_entry_may_go_on_at_the_start_of_the_log()
    {
        var next = _forged.Entry(0x100000 - 8192, 5, 0x100000 - 8192, (Place, (byte)1), (Place + 4096, (byte)2));
        Assert.Equal(4096, next);
        _forged.Entry(next, 6, 0x100000 - 8192, (Place + 8192, (byte)3));
        AssertPages(1, 2, 3);
    }

    [Fact]
    public void Entries_before_the_tail_are_not_done_again()
    {
        var next = _forged.Entry(0, 1, 0, (Place, (byte)1));
        var tail = next;
        next = _forged.Entry(next, 2, tail, (Place + 4096, (byte)2));
        _forged.Entry(next, 3, tail, (Place + 8192, (byte)3));
        var expected = Any.Bytes(AnyVhdx.Megabyte, 1);
        using var disk = VhdxDisk.Open(_forged.NameLog().File);
        Assert.Equal(expected[..4096], Any.Content(disk)[..4096]);
        Assert.Equal(2, Any.Content(disk)[4096]);
    }

    [Fact]
    public void A_torn_entry_ends_the_log()
    {
        var next = _forged.Entry(0, 1, 0, (Place, (byte)1));
        var torn = next;
        next = _forged.Entry(next, 2, 0, (Place, (byte)2));
        _forged.Entry(next, 3, 0, (Place, (byte)3));
        _forged.Put(ForgedVhdx.Log + torn + 5000, 99);
        AssertPages(1);
    }

    [Fact]
    public void Of_two_runs_of_entries_the_one_with_the_higher_numbers_counts()
    {
        _forged.Entry(0x40000, 11, 0x40000, (Place, (byte)1));
        _forged.Entry(0x80000, 40, 0x80000, (Place, (byte)2));
        _forged.Entry(0xC0000, 30, 0xC0000, (Place, (byte)3));
        AssertPages(2);
    }

    [Fact]
    public void A_file_that_was_longer_when_the_log_was_written_is_refused()
    {
        _forged.Entry(0, 1, 0, (Place, (byte)1));
        _forged.NameLog().File.SetLength(_forged.File.Length - AnyVhdx.Megabyte);
        var error = Assert.Throws<DiskFormatException>(() => VhdxDisk.Open(_forged.File));
        Assert.Equal(("VHDX log", ForgedVhdx.Log), (error.Structure, error.Offset));
    }

    [Fact]
    public void The_log_stays_as_it_is_when_the_disk_is_only_read()
    {
        _forged.Entry(0, 1, 0, (Place, (byte)1));
        var before = Any.Content(_forged.NameLog().File);
        using var disk = VhdxDisk.Open(_forged.File, readOnly: true);
        Assert.Equal(1, Any.Content(disk)[0]);
        Assert.Single(disk.Warnings);
        Assert.Equal(before, Any.Content(_forged.File));
        var extent = disk.Extents(0, 1).Single();
        var bytes = new byte[1];
        extent.File!.Read(extent.FileOffset, bytes);
        Assert.Equal(1, bytes[0]);
    }

    [Fact]
    public void Random_logs_read_the_same_through_the_log_and_after_they_were_replayed() => Seed.Run(40, random =>
    {
        var forged = new ForgedVhdx(_forged.File.Clone());
        var next = (long)random.Next(256) * 4096;
        var tail = next;
        for (var number = 1ul; number <= 6; number++)
        {
            var changes = Enumerable.Range(0, random.Next(1, 5)).Select(_ => (
                Place + (4096L * random.Next(256)),
                random.Next(3) == 0 ? 4096L * random.Next(30) : (object)(byte)random.Next(256))).ToArray();
            next = forged.Entry(next, number, tail, changes);
        }

        using var through = VhdxDisk.Open(forged.NameLog().File.Clone(), readOnly: true);
        var expected = Any.Content(through);
        using var replayed = VhdxDisk.Open(forged.File);
        Assert.Equal(expected, Any.Content(replayed));
        Assert.Empty(replayed.Warnings);
    });

    [Fact]
    public void A_log_full_of_entries_that_claim_each_other_is_refused_quickly()
    {
        var before = DateTime.UtcNow;
        for (var sector = 0; sector < 256; sector++)
        {
            _forged.Entry(sector * 4096L, (ulong)(1000 - sector), (sector + 5) % 256 * 4096L, (Place, 0L));
        }

        Assert.Throws<DiskFormatException>(() => VhdxDisk.Open(_forged.NameLog().File));
        Assert.InRange(DateTime.UtcNow - before, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private void AssertPages(params byte[] values)
    {
        _forged.NameLog();
        using var through = VhdxDisk.Open(_forged.File.Clone(), readOnly: true);
        using var replayed = VhdxDisk.Open(_forged.File);
        foreach (var content in new[] { Any.Content(through), Any.Content(replayed) })
        {
            for (var page = 0; page < values.Length; page++)
            {
                Assert.All(content[(page * 4096)..((page + 1) * 4096)], value => Assert.Equal(values[page], value));
            }
        }

        Assert.Equal(Guid.Empty, VhdxHeaders.Read(_forged.File).Current.LogIdentifier);
    }
}
