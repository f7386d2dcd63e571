using static HyperVLab.Disks.Tests.FileSystems.NtfsRecordBuilder;

namespace HyperVLab.Disks.Tests.FileSystems;

/// <summary>
/// A small NTFS volume made for tests: a file table and a bitmap in two pieces each, a root directory, and what tests
/// add. It has 1024 clusters and a backup boot sector behind them.
/// </summary>
internal sealed class NtfsImage
{
    public const int ClusterCount = 1024;
    private const int Root = 5;
    private const int RecordCount = 64;

    private readonly Dictionary<long, byte[]> _records = [];
    private readonly List<(long Number, byte[] Key)> _names = [];
    private long _nextRecord = 24;

    public NtfsImage(int clusterBytes = 4096)
    {
        ClusterBytes = clusterBytes;
        Bytes = new byte[((long)ClusterCount * clusterBytes) + 512];
        Used[0] = true;
    }

    public int ClusterBytes { get; }

    public byte[] Bytes { get; }

    public bool[] Used { get; } = new bool[ClusterCount];

    public int VolumeFlags { get; set; }

    public bool LogIsOpen { get; set; }

    public string Label { get; set; } = "Test";

    /// <summary>Names of the root that stand in an index block and not in the root's record.</summary>
    public List<(long Number, byte[] Key)> FarNames { get; } = [];

    /// <summary>What stands where in the file table besides what Finish writes itself.</summary>
    public void SetRecord(long number, byte[] record) => _records[number] = record;

    public long Take(int first, int count)
    {
        for (var i = first; i < first + count; i++)
        {
            Used[i] = Used[i] ? throw new InvalidOperationException($"Cluster {i} is taken.") : true;
        }

        return first;
    }

    public (long Cluster, long Count) Write(int cluster, byte[] data)
    {
        var count = (data.Length + ClusterBytes - 1) / ClusterBytes;
        Take(cluster, count);
        data.CopyTo(Bytes, (long)cluster * ClusterBytes);
        return (cluster, count);
    }

    public long AddFile(string name, params byte[][] attributes)
    {
        var number = _nextRecord++;
        var key = FileName(name, Root);
        _records[number] = Record(number, [Information(), Resident(0x30, key), .. attributes]);
        _names.Add((number, key));
        return number;
    }

    public long AddDirectory(string name, params (long Number, byte[] Key)[] names)
    {
        var number = _nextRecord++;
        var key = FileName(name, Root, directory: true);
        _records[number] = Record(
            number,
            [Information(), Resident(0x30, key), Resident(0x90, IndexRoot(IndexEntries(names)), "$I30")],
            directory: true);
        _names.Add((number, key));
        return number;
    }

    public long NextRecord() => _nextRecord++;

    public static byte[] Information()
    {
        var bytes = new byte[48];
        for (var i = 0; i < 32; i += 8)
        {
            Put64(bytes, i, new DateTime(2024, 2, 29, 12, 0, i / 8, DateTimeKind.Utc).ToFileTimeUtc());
        }

        Put32(bytes, 32, 0x20);
        return Resident(0x10, bytes);
    }

    public byte[] Finish()
    {
        var perRecord = RecordCount * RecordBytes / ClusterBytes;
        var half = Math.Max(1, perRecord / 2);
        var rest = Math.Max(0, perRecord - half);
        (long, long)[] first = [(Take(100, half), half)];
        (long, long)[] table = rest == 0 ? first : [.. first, (Take(300, rest), rest)];
        _records[0] = Record(0, [Information(), Elsewhere(0x80, table, RecordCount * RecordBytes)]);
        var log = Write(900, Log());
        _records[2] = Record(2, [Information(), Elsewhere(0x80, [log], 8192)]);
        _records[3] = Record(3, [Information(), Resident(0x60, [.. System.Text.Encoding.Unicode.GetBytes(Label)]),
            Resident(0x70, [0, 0, 0, 0, 0, 0, 0, 0, 3, 1, (byte)VolumeFlags, (byte)(VolumeFlags >> 8)])]);
        WriteRoot();
        var bitmap = WriteBitmap();
        _records[6] = Record(6, [Information(), bitmap]);
        for (var number = 0; number < RecordCount; number++)
        {
            var record = _records.GetValueOrDefault(number) ?? Record(number, [], inUse: false);
            var at = number * RecordBytes;
            var cluster = at / ClusterBytes < half ? 100 + (at / ClusterBytes) : 300 - half + (at / ClusterBytes);
            record.CopyTo(Bytes, ((long)cluster * ClusterBytes) + (at % ClusterBytes));
        }

        var boot = BootSector();
        boot.CopyTo(Bytes, 0);
        boot.CopyTo(Bytes, Bytes.LongLength - 512);
        return Bytes;
    }

    private byte[] Log()
    {
        var log = new byte[8192];
        foreach (var page in new[] { 0, 4096 })
        {
            "RSTR"u8.CopyTo(log.AsSpan(page));
            Put32(log, page + 16, 4096);
            Put16(log, page + 24, 48);
            Put64(log, page + 48, page == 0 ? 10 : 9);
            Put16(log, page + 48 + 12, LogIsOpen ? 0 : 0xFFFF);
        }

        return log;
    }

    private void WriteRoot()
    {
        List<byte[]> attributes =
        [
            Information(), Resident(0x90, IndexRoot(IndexEntries(_names)), "$I30"),
        ];
        if (FarNames.Count > 0)
        {
            var block = Write(950, IndexBlock(IndexEntries(FarNames), 0));
            attributes.Add(Elsewhere(0xA0, [block], 4096, "$I30"));
            attributes.Add(Resident(0xB0, [1, 0, 0, 0, 0, 0, 0, 0], "$I30"));
        }

        _records[Root] = Record(Root, attributes, directory: true);
    }

    // The bitmap has bits beyond the last cluster, all clear, which are no clusters.
    private byte[] WriteBitmap()
    {
        var size = (ClusterCount / 8) + 8;
        Take(500, 1);
        var bits = new byte[size];
        for (var i = 0; i < ClusterCount; i++)
        {
            bits[i / 8] |= (byte)(Used[i] ? 1 << (i % 8) : 0);
        }

        bits.CopyTo(Bytes, 500L * ClusterBytes);
        return Elsewhere(0x80, [(500, 1)], size);
    }

    private byte[] BootSector()
    {
        var boot = new byte[512];
        byte[] start = [0xEB, 0x52, 0x90, .. "NTFS    "u8];
        start.CopyTo(boot, 0);
        Put16(boot, 11, 512);
        var perCluster = ClusterBytes / 512;
        boot[13] = perCluster <= 128 ? (byte)perCluster : (byte)(256 - int.Log2(perCluster));
        Put64(boot, 40, (long)ClusterCount * perCluster);
        Put64(boot, 48, 100);
        Put64(boot, 56, 700);
        boot[64] = unchecked((byte)-10);
        boot[68] = 1;
        Put16(boot, 510, 0xAA55);
        return boot;
    }
}
