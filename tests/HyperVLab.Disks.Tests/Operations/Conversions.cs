using HyperVLab.Disks.Raw;
using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Tests.Operations;

/// <summary>Disks to convert, and what a conversion may be asked for.</summary>
internal static class Conversions
{
    /// <summary>Fills an array as a used disk is filled: data and zeros by turns, of any length.</summary>
    public static byte[] Content(Random random, int size)
    {
        var content = new byte[size];
        for (var at = 0; at < size;)
        {
            var count = Math.Min(size - at, 1 << random.Next(9, 22));
            if (random.Next(2) == 0)
            {
                random.NextBytes(content.AsSpan(at, count));
            }

            at += count;
        }

        return content;
    }

    /// <summary>A size in whole sectors, at least 3 MB.</summary>
    public static int Size(Random random) => (int)VhdLimits.MinimumSizeBytes + (512 * random.Next(20_000));

    /// <summary>What the new disk is to be, of any format and type that needs no parent.</summary>
    public static DiskCreation Creation(Random random, int number = 50)
    {
        var creation = Any.Creation(0, number, (512 * 1024) << random.Next(4));
        var vhdx = creation with { Format = VhdFormat.VHDX, BlockSizeBytes = (1024 * 1024) << random.Next(6) };
        return random.Next(5) switch
        {
            0 => creation with { Format = VhdFormat.Raw, Type = VhdType.Fixed },
            1 => creation with { Type = VhdType.Fixed },
            2 => vhdx,
            3 => vhdx with { Type = VhdType.Fixed },
            _ => creation,
        };
    }

    /// <summary>Writes a disk of any kind; half of the kinds are chains, where the content is spread over.</summary>
    public static VirtualDisk Source(Random random, byte[] content, Func<IDiskFile> newFile)
    {
        switch (random.Next(6))
        {
            case 0:
                var raw = RawDisk.Create(newFile(), content.Length);
                raw.Write(0, content);
                return raw;
            case 1:
                var disk = VhdDisk.CreateFixed(newFile(), Any.Creation(content.Length));
                disk.Write(0, content);
                return disk;
            case 2:
                var vhdx = VirtualDisk.Create(newFile(), Any.Creation(content.Length, block: 1024 * 1024) with
                {
                    Format = VhdFormat.VHDX, Type = VhdType.Fixed,
                });
                vhdx.Write(0, content);
                return vhdx;
            default:
                return Chain(random, content, newFile);
        }
    }

    /// <summary>Opens a target and reads it whole.</summary>
    public static byte[] Read(IDiskFile file, DiskCreation creation)
    {
        using var disk = creation.Format == VhdFormat.Raw
            ? RawDisk.Open(file, readOnly: true)
            : VirtualDisk.Open(file, readOnly: true);
        Assert.Equal(creation.Type, disk.Type);
        Assert.Empty(disk.Warnings);
        return Any.Content(disk);
    }

    private static VirtualDisk Chain(Random random, byte[] content, Func<IDiskFile> newFile)
    {
        var parents = new LentParents();
        VirtualDisk? disk = null;
        var format = random.Next(2) == 0 ? VhdFormat.VHD : VhdFormat.VHDX;
        var depth = random.Next(1, 4);
        for (var number = 1; number <= depth; number++)
        {
            var file = newFile();
            parents.Add($"{number}.vhd", file);
            var creation = Any.Creation(content.Length, number, (1024 * 1024) << random.Next(3)) with
            {
                Format = format,
                Type = disk is null ? VhdType.Dynamic : VhdType.Differencing,
                Parent = disk is null ? null : Any.LinkTo(disk, $"{number - 1}.vhd"),
            };
            disk?.Dispose();
            disk = VirtualDisk.Create(new LentFile(file), creation, parents);
            Scatter(random, disk, content, whole: number == depth);
            disk.Flush();
        }

        return disk!;
    }

    // Garbage and parts of the content below, what the content still lacks in the last one.
    private static void Scatter(Random random, VirtualDisk disk, byte[] content, bool whole)
    {
        for (var i = 0; i < 10; i++)
        {
            var at = random.Next(content.Length);
            var count = random.Next(Math.Min(content.Length - at, 1_000_000)) + 1;
            disk.Write(at, random.Next(2) == 0 ? content.AsSpan(at, count) : Any.Bytes(count, i));
        }

        var now = Any.Content(disk);
        for (var at = 0; whole && at < content.Length; at += 512)
        {
            var sector = content.AsSpan(at, 512);
            if (!now.AsSpan(at, 512).SequenceEqual(sector))
            {
                disk.Write(at, sector);
            }
        }
    }
}
