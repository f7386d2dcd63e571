using HyperVLab.Disks;
using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>
/// Gives the guest of a virtual machine something to do; what it did before ends. What it writes begins anew.
/// </summary>
public sealed record StartWorkload : LabRequest
{
    private long? _fileSizeBytes;
    private WorkloadContent? _content;
    private DiskRoom? _room;

    /// <summary>The virtual machine.</summary>
    [Target("VMName")]
    public required Key<VirtualMachine> VM { get; init; }

    /// <summary>What its guest is to do.</summary>
    public required WorkloadKind Kind { get; init; }

    /// <summary>How many operations a second it is asked for; null for the kind's own.</summary>
    public int? Rate { get; init; }

    /// <summary>
    /// After how many operations it flushes; null for a ledger that writes each through, and for a web server's own.
    /// </summary>
    public int? FlushEvery { get; init; }

    /// <summary>What its operations are drawn from; null for a draw of the lab's.</summary>
    public long? Seed { get; init; }

    /// <summary>The drive that it writes to; null for the one that the machine boots from.</summary>
    [Target("VMHardDiskDrive")]
    public Key<VMHardDiskDrive>? Drive { get; init; }

    /// <summary>How many accounts a ledger has; null for the lab's default.</summary>
    public int? AccountCount { get; init; }

    /// <summary>How many transfers a round of a ledger has; null for the lab's default.</summary>
    public int? RoundSize { get; init; }

    /// <summary>How many bytes a fill is to write, in whole megabytes; null for as many as its disk takes.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>Whether it has to be started by hand after its guest was booted.</summary>
    public bool Once { get; init; }

    private int UsualFlush => FlushEvery ?? Kind switch
    {
        WorkloadKind.Web => WorkloadSettings.WebFlushEvery,
        WorkloadKind.Fill => WorkloadSettings.FillFlushEvery,
        _ => 0,
    };

    private int UsualRate => Rate ?? Kind switch
    {
        WorkloadKind.Web => WorkloadSettings.WebRate,
        WorkloadKind.Fill => WorkloadSettings.FillRate,
        _ => WorkloadSettings.LedgerRate,
    };

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualMachine vm = VMQueries.Require(lab, VM);
        VMHosts.Demand(lab, caller, vm.Computer);
        if (!vm.HasRunningGuest && (Once || vm.State != VMState.Off))
        {
            throw WorkloadErrors.GuestNotThere.For(vm.Name, vm.Name, vm.State.ToString());
        }

        if (Rate is < 1 or > WorkloadSettings.MostRate
            || FlushEvery is < 1 or > WorkloadSettings.MostFlushEvery
            || !Enum.IsDefined(Kind)
            || (SizeBytes is { } size && (size < FillShape.ChunkBytes || Kind != WorkloadKind.Fill))
            || !ShapeOf(lab).IsPossible)
        {
            throw WorkloadErrors.NotPossible.For(vm.Name, vm.Name);
        }

        if (Kind != WorkloadKind.Idle)
        {
            DemandDisk(lab, vm);
        }
    }

    /// <inheritdoc/>
    internal override void Write(LabState lab, LabCaller caller)
    {
        if (Kind != WorkloadKind.Idle)
        {
            VirtualMachine vm = lab.VirtualMachines[VM];
            VMHardDiskDrive drive = DriveOf(lab, vm);
            _fileSizeBytes = drive.Lun is { } lun
                ? WorkloadLuns.Change(lab, lab.Luns[lun], disk => Format(lab, disk))
                : VirtualDiskFiles.Change(lab, FileOf(lab, vm, drive), disk => Format(lab, disk));
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VirtualMachine vm = lab.VirtualMachines[VM];
        Workloads.Remove(lab, vm);
        Workload workload = lab.Workloads.Add(key => new Workload(key, VM, Kind, lab.Now));
        workload.Ask(
            UsualRate,
            UsualFlush,
            startsWithGuest: !Once);
        vm.WorkWith(workload.Key);
        if (_fileSizeBytes is { } length)
        {
            VMHardDiskDrive drive = DriveOf(lab, vm);
            Shape(workload, length);
            workload.WriteTo(drive.Key);
            if (drive.Lun is { } lun)
            {
                WorkloadLuns.Take(lab, workload, lab.Luns[lun]);
            }
            else
            {
                StoredFile file = FileOf(lab, vm, drive);
                workload.WriteTo(file.Key);
                VirtualDiskFiles.Measure(lab, file, length);
            }

            lab.WorkloadBytes.Formatted(workload);
        }

        WorkloadMemory.Begin(lab, vm, workload);
        Workloads.Settle(lab, vm);
        job.Give(workload.Key);
    }

    private void Format(LabState lab, VirtualDisk disk)
    {
        _content = ContentOn(lab, disk);
        _content!.Format(disk, UsualFlush);
        _room = DiskRoom.Of(disk);
    }

    private void DemandDisk(LabState lab, VirtualMachine vm)
    {
        VMHardDiskDrive drive = DriveOf(lab, vm);
        if (drive.Lun is not null)
        {
            WorkloadLuns.Demand(lab, vm, drive, Kind);
            return;
        }

        StoredFile file = FileOf(lab, vm, drive);
        if (vm.State == VMState.Off
            && (VMDrives.UserOf(lab, file, vm.Key) is not null
                || VMDrives.MountRefusal(lab, vm, file, file.Path) is not null))
        {
            throw DeviceErrors.DiskInUse.For(vm.Name, vm.Name, file.Path, lab.DiskUserOf(file) ?? vm.Name);
        }

        if (DiskReading.Of(file.Path, () => VirtualDiskFiles.Read(lab, file, disk => ContentOn(lab, disk))) is null)
        {
            throw WorkloadErrors.NoArea.For(vm.Name, vm.Name, file.Path);
        }

        StoredDisk disk = VirtualDiskFiles.Find(lab, file.Key)!;
        FileTable.DemandSpace(
            lab, lab.Volumes[file.Volume], file.Path, VirtualDiskFiles.GrowthOf(disk, ShapeOf(lab).SizeBytes));
    }

    private VMHardDiskDrive DriveOf(LabState lab, VirtualMachine vm)
    {
        VMHardDiskDrive? found = Drive is { } key ? lab.VMHardDiskDrives.Find(key) : BootDisk.Find(lab, vm);
        return found is not null && found.VM == VM ? found : throw WorkloadErrors.NoDisk.For(vm.Name, vm.Name);
    }

    private static StoredFile FileOf(LabState lab, VirtualMachine vm, VMHardDiskDrive drive) =>
        VMDrives.RequireDisk(lab, vm.Computer, drive.Path!);

    private void Shape(Workload workload, long fileBytes)
    {
        if (_content is LedgerContent ledger)
        {
            workload.Shaped(ledger.Shape);
        }
        else if (_content is FillContent fill)
        {
            workload.Shaped(fill.Shape);
            workload.Room(0, 0, _room!, fileBytes);
        }
    }

    // What it is to write there; null where that has no room.
    private WorkloadContent? ContentOn(LabState lab, VirtualDisk disk)
    {
        if (WorkloadArea.EndOn(disk) is not { } end)
        {
            return null;
        }

        LedgerShape shape = ShapeOf(lab);
        if (Kind != WorkloadKind.Fill)
        {
            return new LedgerContent(shape);
        }

        long wanted = SizeBytes is { } size ? FillShape.ChunksIn(size) : long.MaxValue;
        long chunks = Math.Min(wanted, FillShape.ChunksTo(end));
        return chunks > 0 ? new FillContent(new FillShape(shape.Seed, lab.Workloads.NextNumber, chunks)) : null;
    }

    private LedgerShape ShapeOf(LabState lab) => new(
        Seed ?? lab.Draws.Between(0, long.MaxValue, "workload-seed", lab.Workloads.NextNumber),
        AccountCount ?? WorkloadSettings.Accounts,
        RoundSize ?? WorkloadSettings.Slots,
        Kind);
}
