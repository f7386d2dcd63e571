using HyperVLab.Disks;
using HyperVLab.Disks.Operations;
using HyperVLab.Disks.P2V;
using HyperVLab.Disks.Raw;
using HyperVLab.Disks.Tests.FileSystems;
using HyperVLab.Disks.Tests.P2V;

namespace HyperVLab.Fuzz.Targets;

/// <summary>
/// Disks with a Windows that are made ready for virtual machines: folders, hive, services, drive letters.
/// </summary>
internal sealed class P2VTarget : FuzzTarget
{
    private const int ClusterBytes = 4096;

    public override string Name => "p2v";

    public override IEnumerable<MemoryDiskFile> Seeds()
    {
        yield return Copy(new WindowsImage());
        var image = new WindowsImage { Folder = "WINNT" };
        image.DriverFiles.Add("storvsc.sys");
        image.Services.CreateSubkey("storvsc").CreateSubkey("StartOverride").SetNumber("0", 3);
        image.Add("SOFTWARE", image.System.ToBytes());
        yield return Copy(image);
    }

    // Boot record and boot sector, the records of folders and files, and both pieces of the hive.
    public override IReadOnlyList<ByteRange> Hot(MemoryDiskFile input) =>
    [
        new(440, 72), new(DiskImage.VolumeOffset, 84), Clusters(100, 8), Clusters(300, 8), Clusters(700, 2),
        Clusters(760, 2), new(Clusters(760, 1).Offset, 512),
    ];

    public override void Run(MemoryDiskFile input, FuzzCase trial)
    {
        input.SetLength(Math.Clamp(input.Length / 512 * 512, 512, 16 * GoodDisks.Megabyte));
        using var disk = RawDisk.Open(input, readOnly: true);
        trial.Step("plan", () => Convert(disk, trial), typeof(P2VException));
    }

    private static void Convert(VirtualDisk disk, FuzzCase trial)
    {
        var plan = P2VPlan.Make(
            disk, new P2VOptions { AllowSnapshots = trial.Random.Next(2) == 0 }, DiskWork.Unwatched);
        trial.WasOpened = true;
        var report = plan.Report;
        FuzzFailureException.Unless(
            report.LeftOutBytes >= 0 && report.UsedBytes >= 0, $"{report.LeftOutBytes} bytes are left out.");
        foreach (var text in report.Warnings.Concat(report.Drivers.Select(driver => $"{driver}")))
        {
            trial.Note(text);
        }

        var target = new MemoryDiskFile();
        plan.Write(
            target,
            new DiskCreation
            {
                Format = VhdFormat.Raw,
                Type = VhdType.Fixed,
                Identifier = GoodDisks.Number(3),
                Created = DateTimeOffset.UnixEpoch,
            },
            DiskWork.Unwatched);
        FuzzFailureException.Unless(target.Length == disk.SizeBytes, "The copy has another size.");
        using var copy = RawDisk.Open(target);
        trial.Step("again", () => trial.Note(
            $"again {P2VPlan.Make(copy, new P2VOptions(), DiskWork.Unwatched).Report.Drivers.Count}"),
            typeof(P2VException));
    }

    private static ByteRange Clusters(int first, int count)
        => new(DiskImage.VolumeOffset + (first * ClusterBytes), count * ClusterBytes);

    private static MemoryDiskFile Copy(WindowsImage image)
    {
        using var disk = image.Make();
        var bytes = new byte[disk.SizeBytes];
        disk.Read(0, bytes);
        return MemoryDiskFile.FromBytes(bytes);
    }
}
