using System.Globalization;
using HyperVLab.Disks.Partitions;

namespace HyperVLab.Disks.Tests.Partitions;

public class PartitionTableTests
{
    private const long Size = 64L * 1024 * 1024;

    [Fact]
    public void A_disk_of_zeros_has_no_table()
    {
        using var disk = TableBuilder.EmptyDisk(Size);
        Assert.Null(PartitionTable.Read(disk));
    }

    [Fact]
    public void Primary_and_logical_partitions_are_read_with_their_places()
    {
        using var disk = TableBuilder.EmptyDisk(Size);
        disk.Write(0, TableBuilder.Record((0x07, 2048, 4096), (0x0F, 8192, 32768)));
        disk.Write(8192 * 512, TableBuilder.Record((0x83, 2048, 2048), (0x05, 8192, 8192)));
        disk.Write((8192 + 8192) * 512, TableBuilder.Record((0x82, 2048, 1024)));
        var table = PartitionTable.Read(disk)!;
        Assert.Empty(table.Warnings);
        Assert.Equal(PartitionScheme.Mbr, table.Scheme);
        Assert.Equal((8192 + 32768) * 512L, table.EndBytes);
        Assert.Equal([1, 2, 5, 6], table.Partitions.Select(partition => partition.Number));
        Assert.Equal(
            [2048L * 512, 8192L * 512, (8192 + 2048) * 512L, (16384 + 2048) * 512L],
            table.Partitions.Select(partition => partition.OffsetBytes));
        Assert.Equal(
            ["NTFS or exFAT", "Linux file system", "Linux swap"],
            table.Volumes.Select(partition => partition.Type));
    }

    [Fact]
    public void A_chain_of_logical_partitions_that_loops_ends_with_a_warning()
    {
        using var disk = TableBuilder.EmptyDisk(Size);
        disk.Write(0, TableBuilder.Record((0x05, 2048, 32768)));
        disk.Write(2048 * 512, TableBuilder.Record((0x07, 100, 100), (0x05, 1000, 1000)));
        disk.Write(3048 * 512, TableBuilder.Record((0x07, 100, 100), (0x05, 1000, 1000)));
        var table = PartitionTable.Read(disk)!;
        Assert.Equal(3, table.Partitions.Count);
        Assert.Contains("loops", Assert.Single(table.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Partitions_that_overlap_or_leave_the_disk_are_warned_of()
    {
        using var disk = TableBuilder.EmptyDisk(Size);
        disk.Write(0, TableBuilder.Record((0x07, 2048, 4096), (0x07, 4096, 4096), (0x07, 100_000, uint.MaxValue)));
        var table = PartitionTable.Read(disk)!;
        Assert.Equal(2, table.Warnings.Count);
        Assert.Equal((100_000 + (long)uint.MaxValue) * 512, table.EndBytes);
    }

    [Fact]
    public void A_GPT_is_read_and_its_copy_counts_for_the_end()
    {
        using var disk = TableBuilder.EmptyDisk(Size);
        TableBuilder.WriteGpt(disk, ("Basic data partition", 2048, 4095), ("two", 8192, 10239));
        var table = PartitionTable.Read(disk)!;
        Assert.Empty(table.Warnings);
        Assert.Equal((PartitionScheme.Gpt, TableBuilder.Disk), (table.Scheme, table.DiskIdentifier));
        Assert.Equal((10240 + TableBuilder.EntriesSectors + 1) * 512L, table.EndBytes);
        var first = table.Partitions[0];
        Assert.Equal(("Basic data", "Basic data partition"), (first.Type, first.Name));
        Assert.Equal((2048 * 512L, 2048 * 512L), (first.OffsetBytes, first.SizeBytes));
        Assert.Equal(Any.Identifier(101), table.Partitions[1].Identifier);
    }

    [Theory]
    [InlineData(512, "copy is used")]
    [InlineData(1024, "copy is used")]
    [InlineData(Size - 512, "damaged or missing")]
    [InlineData(Size - (33 * 512), "damaged or missing")]
    public void One_damaged_half_of_a_GPT_is_made_up_for_by_the_other(long damage, string warning)
    {
        using var disk = TableBuilder.EmptyDisk(Size);
        TableBuilder.WriteGpt(disk, ("one", 2048, 4095));
        disk.Write(damage + 20, [0xFF]);
        var table = PartitionTable.Read(disk)!;
        Assert.Equal("one", Assert.Single(table.Partitions).Name);
        Assert.Contains(warning, Assert.Single(table.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_GPT_without_a_whole_half_is_refused_by_name_and_offset()
    {
        using var disk = TableBuilder.EmptyDisk(Size);
        TableBuilder.WriteGpt(disk, ("one", 2048, 4095));
        disk.WriteZeroes(512, 512);
        disk.WriteZeroes(Size - 512, 512);
        var error = Assert.Throws<DiskFormatException>(() => PartitionTable.Read(disk));
        Assert.Equal(("GPT header", 512L), (error.Structure, error.Offset));
    }

    [Fact]
    public void A_volume_without_a_table_is_one_partition()
    {
        using var disk = TableBuilder.EmptyDisk(Size);
        var sector = TableBuilder.Record();
        byte[] start = [0xEB, 0x52, 0x90, .. "NTFS    "u8, 0x00, 0x02];
        start.CopyTo(sector, 0);
        disk.Write(0, sector);
        var table = PartitionTable.Read(disk)!;
        Assert.Equal((PartitionScheme.None, Size), (table.Scheme, table.EndBytes));
        Assert.Equal((0L, Size), (table.Partitions[0].OffsetBytes, table.Partitions[0].SizeBytes));
    }

    [Fact]
    public void The_copy_moves_to_the_end_of_a_disk_that_will_shrink_and_every_moment_of_it_reads_whole()
    {
        using var file = new MemoryDiskFile();
        using (var disk = HyperVLab.Disks.Vhd.VhdDisk.CreateDynamic(file, Any.Creation(Size)))
        {
            TableBuilder.WriteGpt(disk, ("one", 2048, 4095));
            Assert.Throws<ArgumentOutOfRangeException>(() => GptBackup.MoveToEnd(disk, 4128 * 512));
            Assert.True(GptBackup.MoveToEnd(disk, 4129 * 512));
            disk.WriteZeroes(4129 * 512, Size - (4129 * 512));
            Assert.Contains("not at the disk's end", PartitionTable.Read(disk)!.Warnings[0], StringComparison.Ordinal);
            disk.Write(512, new byte[512]);
            Assert.True(GptBackup.MoveToEnd(disk, Size));
            Assert.Empty(PartitionTable.Read(disk)!.Warnings);
        }
    }

    [Fact]
    public void A_disk_without_a_GPT_has_no_copy_to_move()
    {
        using var disk = TableBuilder.EmptyDisk(Size);
        Assert.False(GptBackup.MoveToEnd(disk, Size));
    }

    [Fact]
    public void Mutated_tables_never_do_more_than_be_refused() => Seed.Run(300, random =>
    {
        using var disk = TableBuilder.EmptyDisk(Size);
        if (random.Next(2) == 0)
        {
            TableBuilder.WriteGpt(disk, ("one", 2048, 4095), ("two", 8192, 10239));
        }
        else
        {
            disk.Write(0, TableBuilder.Record((0x07, 2048, 4096), (0x0F, 8192, 32768)));
            disk.Write(8192 * 512, TableBuilder.Record((0x83, 2048, 2048), (0x05, 8192, 8192)));
        }

        long[] places = [0, 440, 512, 1024, 8192 * 512, Size - 512, Size - (33 * 512)];
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            disk.Write(places[random.Next(places.Length)] + random.Next(72), [(byte)random.Next(256)]);
        }

        try
        {
            Assert.All(PartitionTable.Read(disk)?.Partitions ?? [], entry => Assert.True(entry.SizeBytes >= 0));
        }
        catch (DiskFormatException)
        {
        }
    });

    [Theory]
    [InlineData("gpt", "label: gpt\nstart=2048,size=8192,name=first\nstart=16384,size=2048,type=swap\n")]
    [InlineData("dos", "label: dos\nstart=2048,size=8192,type=7\nstart=16384,size=65536,type=5\n"
        + "start=18432,size=2048\nstart=24576,size=2048\nstart=30720,size=2048\n")]
    public void Sfdisk_sees_the_same_partitions(string scheme, string script)
    {
        using var folder = new TemporaryFolder();
        var program = Tools.Need("sfdisk");
        File.WriteAllText(folder["script"], script);
        using (var raw = File.Create(folder["disk.raw"]))
        {
            raw.SetLength(Size);
        }

        var (code, _, error) = Tools.Run(
            Tools.Need("sh"), "-c", $"{program} -q {folder["disk.raw"]} < {folder["script"]}");
        Assert.True(code == 0, error);
        var theirs = Tools.Run(program, "-d", folder["disk.raw"]).Output;
        using var disk = TableBuilder.EmptyDisk(Size);
        disk.Write(0, File.ReadAllBytes(folder["disk.raw"]));
        var table = PartitionTable.Read(disk)!;
        Assert.Empty(table.Warnings);
        Assert.Equal(scheme == "gpt" ? PartitionScheme.Gpt : PartitionScheme.Mbr, table.Scheme);
        var expected = System.Text.Encoding.UTF8.GetString(theirs).Split('\n')
            .Where(line => line.Contains("start=", StringComparison.Ordinal))
            .Select(line => (Field(line, "start="), Field(line, "size=")));
        Assert.Equal(expected, table.Partitions.Select(entry => (entry.OffsetBytes / 512, entry.SizeBytes / 512)));
    }

    private static long Field(string line, string name)
    {
        var text = line[(line.IndexOf(name, StringComparison.Ordinal) + name.Length)..].Split(',')[0];
        return long.Parse(text, NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
    }
}
