using System.Buffers.Binary;
using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Tests.Vhd;

public class PowerLossTests
{
    [Fact]
    public void A_dynamic_disk_keeps_what_was_flushed() => Seed.Run(40, random => Play(random, parent: null));

    [Fact]
    public void A_differencing_disk_keeps_what_was_flushed()
    {
        var parent = new MemoryDiskFile();
        using (var disk = VhdDisk.CreateDynamic(parent, Any.Creation(VhdLimits.MinimumSizeBytes)))
        {
            disk.Write(0, Any.Bytes((int)disk.SizeBytes, 77));
        }

        Seed.Run(40, random => Play(random, parent));
    }

    [Fact]
    public void A_killed_program_leaves_no_data_under_a_clear_bit_of_a_dynamic_disk() => Seed.Run(40, random =>
    {
        var bytes = new MemoryDiskFile();
        Make(bytes, parent: null);
        var file = new TornDiskFile(bytes);
        var disk = VhdDisk.Open(file);
        for (var step = 0; step < 40; step++)
        {
            disk.Write(random.Next(3_000_000), Any.Bytes(random.Next(20_000) + 1, step));
            if (random.Next(4) == 0)
            {
                CheckClearSectors(Any.Content(file.AfterKill(random)));
                disk.Flush();
            }
        }
    });

    // Table and blocks are read here by hand, since a disk gives zeros for such sectors whatever stands there.
    private static void CheckClearSectors(byte[] file)
    {
        const int Table = 0x2000;
        const int Sectors = VhdLimits.MinimumBlockSizeBytes / 512;
        for (var block = 0; block < VhdLimits.MinimumSizeBytes / VhdLimits.MinimumBlockSizeBytes; block++)
        {
            var place = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(Table + (block * 4)));
            for (var sector = 0; place >= 0 && sector < Sectors; sector++)
            {
                var isSet = (file[(place * 512) + (sector / 8)] & (0x80 >> (sector % 8))) != 0;
                var data = file.AsSpan((place + 1 + sector) * 512, 512);
                var isGood = isSet || !data.ContainsAnyExcept((byte)0);
                Assert.True(isGood, $"Sector {sector} of block {block} is not zero.");
            }
        }
    }

    private static void Play(Random random, MemoryDiskFile? parent)
    {
        var parents = new KnownParents().With("parent.vhd", parent ?? new MemoryDiskFile());
        var bytes = new MemoryDiskFile();
        Make(bytes, parent);
        var file = new TornDiskFile(bytes);
        var disk = VhdDisk.Open(file, parents);
        var flushed = Any.Content(disk);
        var written = new Dictionary<int, List<byte[]>>();
        for (var step = 0; step < 40; step++)
        {
            var sector = random.Next((int)(disk.SizeBytes / 512));
            var data = new byte[512 * Math.Min(random.Next(60) + 1, (int)(disk.SizeBytes / 512) - sector)];
            random.NextBytes(data);
            disk.Write(sector * 512L, data);
            Remember(written, sector, data);
            if (random.Next(6) == 0)
            {
                file.BeforeFlush = () => Compare(flushed, written, Content(file.AfterPowerLoss(random), parents));
                disk.Flush();
                flushed = Any.Content(disk);
                written.Clear();
            }

            if (random.Next(8) == 0)
            {
                // The computer goes down and comes back with what the storage kept.
                bytes = file.AfterPowerLoss(random);
                file = new TornDiskFile(bytes);
                disk = VhdDisk.Open(file, parents);
                var found = Any.Content(disk);
                Compare(flushed, written, found);
                flushed = found;
                written.Clear();
            }
        }
    }

    private static byte[] Content(MemoryDiskFile file, KnownParents parents)
    {
        using var disk = VhdDisk.Open(file, parents, readOnly: true);
        return Any.Content(disk);
    }

    private static void Make(MemoryDiskFile bytes, MemoryDiskFile? parent)
    {
        var creation = Any.Creation(VhdLimits.MinimumSizeBytes, 2, VhdLimits.MinimumBlockSizeBytes);
        if (parent is null)
        {
            VhdDisk.CreateDynamic(bytes, creation).Dispose();
            return;
        }

        using var disk = VhdDisk.Open(parent, readOnly: true);
        VhdDisk.CreateDifferencing(bytes, creation, Any.LinkTo(disk));
    }

    private static void Remember(Dictionary<int, List<byte[]>> written, int sector, byte[] data)
    {
        for (var i = 0; i < data.Length / 512; i++)
        {
            if (!written.TryGetValue(sector + i, out var versions))
            {
                written[sector + i] = versions = [];
            }

            versions.Add(data[(i * 512)..((i + 1) * 512)]);
        }
    }

    // A sector is as it was at the last flush, or as one of the writes since then made it.
    private static void Compare(byte[] flushed, Dictionary<int, List<byte[]>> written, byte[] found)
    {
        for (var sector = 0; sector < found.Length / 512; sector++)
        {
            var bytes = found[(sector * 512)..((sector + 1) * 512)];
            if (bytes.AsSpan().SequenceEqual(flushed.AsSpan(sector * 512, 512)))
            {
                continue;
            }

            Assert.True(
                written.TryGetValue(sector, out var versions)
                    && versions.Exists(version => version.AsSpan().SequenceEqual(bytes)),
                $"Sector {sector} is neither as flushed nor as written since.");
        }
    }
}
