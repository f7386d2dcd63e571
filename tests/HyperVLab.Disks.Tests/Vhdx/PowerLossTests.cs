using HyperVLab.Disks.Vhdx;

namespace HyperVLab.Disks.Tests.Vhdx;

public class PowerLossTests
{
    private const int Sector = 512;

    [Fact]
    public void A_dynamic_disk_keeps_what_was_flushed() => Seed.Run(15, random => Play(random, parent: null));

    [Fact]
    public void A_differencing_disk_keeps_what_was_flushed()
    {
        var parent = AnyVhdx.Make(
            AnyVhdx.Creation(size: VhdxLimits.MinimumSizeBytes),
            disk => disk.Write(0, Any.Bytes((int)disk.SizeBytes, 77)));
        Seed.Run(15, random => Play(random, parent));
    }

    private static void Play(Random random, MemoryDiskFile? parent)
    {
        var parents = new KnownParents().With("parent.vhdx", parent ?? new MemoryDiskFile());
        var creation = AnyVhdx.Creation(size: VhdxLimits.MinimumSizeBytes, number: 2);
        var bytes = parent is null ? AnyVhdx.Make(creation) : AnyVhdx.MakeChild(parent, creation);
        var file = new TornDiskFile(bytes);
        var disk = VhdxDisk.Open(file, parents);
        var flushed = Any.Content(disk);
        var written = new Dictionary<int, List<byte[]>>();
        for (var step = 0; step < 40; step++)
        {
            Change(disk, random, written);
            if (random.Next(6) == 0)
            {
                file.BeforeFlush = () => Compare(flushed, written, Content(file.AfterPowerLoss(random), parents));
                disk.Flush();
                file.BeforeFlush = null;
                flushed = Any.Content(disk);
                written.Clear();
                Compare(flushed, written, Content(file.AfterPowerLoss(random), parents));
            }

            if (random.Next(8) == 0)
            {
                // The computer goes down and comes back with what the storage kept, or the program is killed.
                bytes = random.Next(2) == 0 ? file.AfterPowerLoss(random) : file.AfterKill(random);
                file = new TornDiskFile(bytes);
                disk = VhdxDisk.Open(file, parents);
                var found = Any.Content(disk);
                Compare(flushed, written, found);
                flushed = found;
                written.Clear();
            }
        }

        file.BeforeFlush = () => Compare(flushed, written, Content(file.AfterPowerLoss(random), parents));
        disk.Dispose();
    }

    private static void Change(VhdxDisk disk, Random random, Dictionary<int, List<byte[]>> written)
    {
        if (random.Next(6) == 0)
        {
            var block = random.Next(3);
            disk.WriteZeroes(block * (long)AnyVhdx.Megabyte, AnyVhdx.Megabyte);
            Remember(written, block * (AnyVhdx.Megabyte / Sector), new byte[AnyVhdx.Megabyte]);
            return;
        }

        var sector = random.Next((int)(disk.SizeBytes / Sector));
        var data = new byte[Sector * Math.Min(random.Next(60) + 1, (int)(disk.SizeBytes / Sector) - sector)];
        random.NextBytes(data);
        disk.Write(sector * (long)Sector, data);
        Remember(written, sector, data);
    }

    private static byte[] Content(MemoryDiskFile file, KnownParents parents)
    {
        using var disk = VhdxDisk.Open(file, parents, readOnly: true);
        var content = Any.Content(disk);

        // What is read through the log is what is there once it was replayed.
        using var replayed = VhdxDisk.Open(file.Clone(), parents);
        Assert.Equal(content, Any.Content(replayed));
        return content;
    }

    private static void Remember(Dictionary<int, List<byte[]>> written, int sector, byte[] data)
    {
        for (var i = 0; i < data.Length / Sector; i++)
        {
            if (!written.TryGetValue(sector + i, out var versions))
            {
                written[sector + i] = versions = [];
            }

            versions.Add(data[(i * Sector)..((i + 1) * Sector)]);
        }
    }

    // A sector is as it was at the last flush, or as one of the writes since then made it.
    private static void Compare(byte[] flushed, Dictionary<int, List<byte[]>> written, byte[] found)
    {
        for (var sector = 0; sector < found.Length / Sector; sector++)
        {
            var bytes = found.AsMemory(sector * Sector, Sector);
            if (bytes.Span.SequenceEqual(flushed.AsSpan(sector * Sector, Sector)))
            {
                continue;
            }

            Assert.True(
                written.TryGetValue(sector, out var versions)
                    && versions.Exists(version => version.AsSpan().SequenceEqual(bytes.Span)),
                $"Sector {sector} is neither as flushed nor as written since.");
        }
    }
}
