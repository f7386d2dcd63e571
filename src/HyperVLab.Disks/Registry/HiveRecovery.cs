using System.Buffers.Binary;
using System.Numerics;

namespace HyperVLab.Disks.Registry;

/// <summary>
/// Brings the bytes of a dirty hive up to date from its transaction logs, as Windows does when it loads the hive
/// (msuhanov/regf, "Format of transaction log files"). A hive that is clean is left as it is.
/// </summary>
internal sealed class HiveRecovery
{
    private const uint DirtySignature = 0x54524944; // "DIRT"
    private const uint NewLog = 6;
    private const int SectorBytes = 512;

    private readonly int _maximumBytes;

    private HiveRecovery(HiveBaseBlock block, byte[] bins, int maximumBytes)
        => (Block, Bins, _maximumBytes) = (block, bins, maximumBytes);

    /// <summary>The base block; changed if logs were applied.</summary>
    public HiveBaseBlock Block { get; private set; }

    /// <summary>What follows the base block; the bins are its beginning.</summary>
    public byte[] Bins { get; private set; }

    /// <summary>How many log entries were applied; a log of the old format counts as one.</summary>
    public int AppliedEntries { get; private set; }

    /// <summary>Applies what is needed of the logs.</summary>
    /// <param name="file">The whole hive.</param>
    /// <param name="logs">The logs that there are, .LOG1 before .LOG2.</param>
    /// <param name="maximumBytes">How large the bins may become.</param>
    /// <exception cref="DiskFormatException">The file is no hive.</exception>
    public static HiveRecovery Run(ReadOnlySpan<byte> file, IReadOnlyList<byte[]> logs, int maximumBytes)
    {
        var block = (file.Length < HiveBaseBlock.LengthBytes ? null : HiveBaseBlock.Read(file))
            ?? throw new DiskFormatException(
                "registry base block", 0, $"\"regf\" does not start {HiveBaseBlock.LengthBytes} bytes there");
        var recovery = new HiveRecovery(block, file[HiveBaseBlock.LengthBytes..].ToArray(), maximumBytes);
        if (!block.IsClean)
        {
            recovery.Apply([.. logs.Select(log => (HiveBaseBlock.Read(log)!, log))
                .Where(log => log.Item1 is { IsSealed: true, FileType: not 0 })]);
        }

        return recovery;
    }

    private void Apply(List<(HiveBaseBlock Block, byte[] Bytes)> logs)
    {
        var entries = logs.Where(log => log.Block.FileType == NewLog).Select(log => Entries(log.Block, log.Bytes))
            .Where(list => list.Count > 0).OrderBy(list => list[0].Sequence).ToList();
        if (entries.Count > 0)
        {
            if (!Block.IsSealed)
            {
                entries.RemoveRange(0, entries.Count - 1);
                var first = entries[0][0].Sequence;
                Block = HiveBaseBlock.FromLog(logs.First(log => log.Block.FileType == NewLog
                    && log.Block.PrimarySequence == first).Block);
            }

            ApplyEntries(entries);
            return;
        }

        var old = logs.FirstOrDefault(log => log.Block.FileType is 1 or 2 && IsApplicable(log.Block));
        if (old.Block is not null)
        {
            ApplyDirtyPages(old.Block, old.Bytes);
        }
    }

    private static List<HiveLogEntry> Entries(HiveBaseBlock block, byte[] log)
    {
        var entries = new List<HiveLogEntry>();
        var at = SectorBytes;
        while (HiveLogEntry.Read(log.AsMemory(Math.Min(at, log.Length))) is var (length, entry)
            && entry.Sequence == block.PrimarySequence + (uint)entries.Count)
        {
            entries.Add(entry);
            at += length;
        }

        return entries;
    }

    private void ApplyEntries(List<List<HiveLogEntry>> logs)
    {
        var last = logs[0][0].Sequence - 1;
        var least = Block.SecondarySequence;
        foreach (var entry in logs.SelectMany(entries => entries).SkipWhile(entry => entry.Sequence < least))
        {
            var isNext = AppliedEntries == 0 || entry.Sequence == last + 1;
            if (!isNext || !Resize(entry.BinsBytes, entry.Pages.Sum(page => (long)page.Bytes.Length)))
            {
                break;
            }

            foreach (var (offset, bytes) in entry.Pages)
            {
                bytes.Span.CopyTo(Bins.AsSpan((int)offset));
            }

            Block.BinsBytes = entry.BinsBytes;
            Block.SetLocked(entry.IsLocked);
            last = entry.Sequence;
            AppliedEntries++;
        }

        if (AppliedEntries > 0)
        {
            Block.SetSequence(last + 1);
            Block.Seal();
        }
    }

    // The log of the old format belongs to the hive whose last write it knows.
    private bool IsApplicable(HiveBaseBlock log)
    {
        var written = Block.IsSealed || Bins.Length < 32
            ? Block.LastWritten
            : BinaryPrimitives.ReadInt64LittleEndian(Bins.AsSpan(20));
        return log.PrimarySequence == log.SecondarySequence && log.LastWritten == written;
    }

    private void ApplyDirtyPages(HiveBaseBlock block, byte[] log)
    {
        var bitmapBytes = ((long)block.BinsBytes / SectorBytes + 7) / 8;
        var at = SectorBytes + ((4 + bitmapBytes + SectorBytes - 1) / SectorBytes * SectorBytes);
        if (at > log.Length || BinaryPrimitives.ReadUInt32LittleEndian(log.AsSpan(SectorBytes)) != DirtySignature)
        {
            return;
        }

        var bitmap = log.AsSpan(SectorBytes + 4, (int)bitmapBytes);
        var pages = 0L;
        foreach (var value in bitmap)
        {
            pages += BitOperations.PopCount(value);
        }

        if (pages * SectorBytes > log.Length - at || !Resize(block.BinsBytes, pages * SectorBytes))
        {
            return;
        }

        for (var page = 0; page < block.BinsBytes / SectorBytes; page++)
        {
            if ((bitmap[page / 8] >> (page % 8) & 1) != 0)
            {
                log.AsSpan((int)at, SectorBytes).CopyTo(Bins.AsSpan(page * SectorBytes));
                at += SectorBytes;
            }
        }

        Block = HiveBaseBlock.FromLog(block);
        Block.SetSequence(block.PrimarySequence + 1);
        Block.Seal();
        AppliedEntries = 1;
    }

    // What a hive has grown by is in its log, so a length that neither accounts for is not to be trusted.
    private bool Resize(uint binsBytes, long loggedBytes)
    {
        if (binsBytes > Math.Min(_maximumBytes, Bins.Length + loggedBytes))
        {
            return false;
        }

        if (binsBytes > Bins.Length)
        {
            var grown = new byte[binsBytes];
            Bins.CopyTo(grown, 0);
            Bins = grown;
        }

        return true;
    }
}
