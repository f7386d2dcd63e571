using HyperVLab.Disks;
using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Partitions;

namespace HyperVLab.Fuzz.Targets;

/// <summary>Everything that can be done with a file that may be a virtual disk.</summary>
/// <param name="trial">The case.</param>
/// <param name="file">The file.</param>
/// <param name="parents">Who finds its parent.</param>
internal sealed class DiskTrial(FuzzCase trial, MemoryDiskFile file, IParentResolver? parents)
{
    private const int MostBytes = 12 * 1024 * 1024;

    private readonly byte[] _buffer = new byte[256 * 1024];

    public void Run()
    {
        trial.Step("information", () => DiskInformation.Read(file, parents));
        trial.Step("chain", () => trial.Note($"chain {DiskChain.Read(file, parents)[^1].State}"));
        var opens = trial.Step("open", () => Read(Open(file, readOnly: true)));
        trial.WasOpened |= opens;
        Check(opens);
        var isOnlyRead = DiskFormats.Detect(file) == VhdFormat.VMDK;
        if (opens && isOnlyRead)
        {
            trial.Step("convert", Convert);
        }
        else if (opens)
        {
            ChangeSomehow();
        }

        if (!isOnlyRead && trial.Random.Next(3) == 0)
        {
            trial.Step("repair", Repair);
        }
    }

    // One kind of change for each case: they are slow beside reading, and each starts from the file as it was.
    private void ChangeSomehow()
    {
        switch (trial.Random.Next(6))
        {
            case 0:
                trial.Step("write", Write);
                break;
            case 1:
                trial.Step("zeroes", WriteZeroes);
                break;
            case 2:
                trial.Step("remove", RemoveBlocks, typeof(NotSupportedException));
                break;
            case 3:
                trial.Step(
                    "resize", Resize, typeof(NotSupportedException), typeof(ArgumentOutOfRangeException),
                    typeof(DiskResizeException));
                break;
            case 4:
                trial.Step("compact", Compact, typeof(NotSupportedException), typeof(SnapshotHarmException));
                break;
            default:
                trial.Step("convert", Convert);
                break;
        }
    }

    private static bool IsBad(DiskDefect defect) => defect.Severity != DiskDefectSeverity.Warning;

    private VirtualDisk Open(MemoryDiskFile from, bool readOnly) => VirtualDisk.Open(from, parents, readOnly);

    private void Check(bool opens)
    {
        IReadOnlyList<DiskDefect> defects = [];
        FuzzFailureException.Unless(
            trial.Step("check", () => defects = DiskCheck.Run(file, parents)), "The check throws for what it finds.");
        foreach (var defect in defects)
        {
            trial.Note($"defect {defect.Severity} {defect}");
        }

        FuzzFailureException.Unless(opens || defects.Any(IsBad), "The check finds no fault, but it fails to open.");
    }

    private void Read(VirtualDisk disk)
    {
        using (disk)
        {
            for (var i = 0; i < 4; i++)
            {
                var (offset, part) = Range(disk);
                disk.Read(offset, part);
                Compare(disk, offset, part);
            }

            var end = 0L;
            foreach (var range in disk.AllocatedRanges().Take(100_000))
            {
                FuzzFailureException.Unless(range.Offset >= end && range.End <= disk.SizeBytes, "Ranges do not rise.");
                end = range.End;
            }

            trial.Step("partitions", () => trial.Note($"table {PartitionTable.Read(disk)?.Scheme}"));
        }
    }

    private static void Compare(VirtualDisk disk, long offset, Span<byte> expected)
    {
        var at = offset;
        foreach (var extent in disk.Extents(offset, expected.Length))
        {
            FuzzFailureException.Unless(extent.Offset == at && extent.Length > 0, "Extents leave a gap.");
            var part = expected.Slice((int)(at - offset), (int)extent.Length);
            var bytes = new byte[part.Length];
            if (!extent.IsZero)
            {
                extent.File!.Read(extent.FileOffset, bytes);
            }

            FuzzFailureException.Unless(part.SequenceEqual(bytes), "Extents say otherwise than reading.");
            at = extent.End;
        }

        FuzzFailureException.Unless(at == offset + expected.Length, "Extents end early.");
    }

    private void Write() => Change((disk, model) =>
    {
        for (var i = 0; i < 4; i++)
        {
            var (offset, part) = Range(disk);
            trial.Random.NextBytes(part.AsSpan(0, Math.Min(part.Length, 4096)));
            disk.Write(offset, part);
            model.Put(offset, part);
        }
    });

    private void WriteZeroes() => Change((disk, model) =>
    {
        var (offset, part) = Range(disk);
        disk.WriteZeroes(offset, part.Length);
        Array.Clear(part);
        model.Put(offset, part);
    });

    private void RemoveBlocks()
    {
        var copy = file.Clone();
        using (var disk = Open(copy, readOnly: false))
        {
            var count = disk.SizeBytes / Math.Max(512, disk.BlockSizeBytes);
            var blocks = Enumerable.Range(0, (int)Math.Min(count, 64)).Where(_ => trial.Random.Next(3) == 0);
            disk.RemoveBlocks(blocks.Select(block => (long)block).ToList(), DiskWork.Unwatched);
        }

        Read(Open(copy, readOnly: true));
    }

    private void Resize()
    {
        var copy = file.Clone();
        using (var disk = Open(copy, readOnly: false))
        {
            var change = (trial.Random.Next(-4096, 1 << trial.Random.Next(1, 24)) + 1L) * 512;
            var size = Math.Max(512, disk.SizeBytes + change);
            if (trial.Random.Next(2) == 0)
            {
                disk.Resize(size);
            }
            else
            {
                DiskResize.Run(disk, size, new DiskResizeOptions { AllowVhdShrink = true }, DiskWork.Unwatched);
            }

            FuzzFailureException.Unless(disk.SizeBytes == size, "The disk has another size than it was given.");
        }

        Read(Open(copy, readOnly: true));
    }

    private void Compact()
    {
        var mode = (CompactionMode)trial.Random.Next(5);
        var copy = file.Clone();
        using (var disk = Open(copy, readOnly: false))
        {
            if (disk.SizeBytes > MostBytes)
            {
                return;
            }

            var before = DiskMap.Read(disk, mode, DiskWork.Unwatched);
            FuzzFailureException.Unless(before.Blocks[^1].End > 0, "The map has no blocks.");
            foreach (var report in before.Volumes)
            {
                trial.Note($"volume {report.Volume.FileSystem} {report.Volume.Doubt}");
            }

            var options = new CompactionOptions { AllowSnapshots = trial.Random.Next(2) == 0 };
            var plan = DiskCompaction.Plan(disk, mode, options, DiskWork.Unwatched);
            DiskCompaction.Run(disk, plan, DiskWork.Unwatched);
        }

        Read(Open(copy, readOnly: true));
    }

    private void Convert()
    {
        using var disk = Open(file.Clone(), readOnly: true);
        if (disk.SizeBytes > MostBytes)
        {
            return;
        }

        var target = new MemoryDiskFile();
        var creation = new DiskCreation
        {
            Format = VhdFormat.Raw,
            Type = VhdType.Fixed,
            Identifier = GoodDisks.Number(3),
            Created = DateTimeOffset.UnixEpoch,
        };
        DiskConversion.Run(disk, target, creation, DiskWork.Unwatched);
        var (offset, part) = Range(disk);
        disk.Read(offset, part);
        var bytes = new byte[part.Length];
        target.Read(offset, bytes);
        FuzzFailureException.Unless(part.SequenceEqual(bytes), "The conversion has other bytes.");
    }

    private void Repair()
    {
        var copy = file.Clone();
        DiskRepair.Run(copy);
        var left = DiskCheck.Run(copy, parents).FirstOrDefault(defect => defect.CanRepair && IsBad(defect));
        FuzzFailureException.Unless(left is null, $"After the repair there is: {left}");
        trial.Step("open repaired", () => Read(Open(copy, readOnly: true)));
    }

    private void Change(Action<VirtualDisk, DiskModel> change)
    {
        var copy = file.Clone();
        DiskModel model;
        using (var disk = Open(copy, readOnly: false))
        {
            model = new DiskModel(disk);
            change(disk, model);
            disk.Flush();
        }

        using var again = Open(copy, readOnly: true);
        model.Compare(again);
    }

    private (long Offset, byte[] Part) Range(VirtualDisk disk)
    {
        var count = (int)Math.Min(disk.SizeBytes, trial.Random.Next(3) == 0 ? _buffer.Length : 5000);
        var offset = trial.Random.Next(3) switch
        {
            0 => 0,
            1 => disk.SizeBytes - count,
            _ => trial.Random.NextInt64(disk.SizeBytes - count + 1),
        };
        return (offset, _buffer[..count]);
    }
}
