using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Compute.Views;

/// <summary>What a guest is busy with. What it says is acknowledged stands in the disk's file by then.</summary>
public sealed record WorkloadView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>The virtual machine's number.</summary>
    public required int VMKey { get; init; }

    /// <summary>The virtual machine.</summary>
    public required string VMName { get; init; }

    /// <summary>The virtual machine's identifier.</summary>
    public required Guid VMId { get; init; }

    /// <summary>The host.</summary>
    public required string ComputerName { get; init; }

    /// <summary>What it does.</summary>
    public required WorkloadKind Kind { get; init; }

    /// <summary>Whether it gets on, and why not.</summary>
    public required WorkloadState State { get; init; }

    /// <summary>When it was started, since the lab began.</summary>
    public required TimeSpan StartTime { get; init; }

    /// <summary>How many operations a second it is asked for.</summary>
    public required int Rate { get; init; }

    /// <summary>How many it makes now, in a second.</summary>
    public required double OperationsPerSecond { get; init; }

    /// <summary>After how many operations it flushes; 0 where each is written through.</summary>
    public required int FlushEvery { get; init; }

    /// <summary>How many operations the guest has made since it last looked at its disk, and those before.</summary>
    public required long Operations { get; init; }

    /// <summary>How many of them the guest was told are durable.</summary>
    public required long Acknowledged { get; init; }

    /// <summary>How many acknowledged operations the guest did not find again after a crash.</summary>
    public required long Lost { get; init; }

    /// <summary>How many torn records it found.</summary>
    public required int Torn { get; init; }

    /// <summary>How many operations failed and were tried again.</summary>
    public required long Retries { get; init; }

    /// <summary>How much a fill is to write, in bytes; null for what is no fill.</summary>
    public required long? SizeBytes { get; init; }

    /// <summary>What its operations are drawn from.</summary>
    public required long Seed { get; init; }

    /// <summary>The virtual hard disk or the host's disk that it writes to; null where it writes to none.</summary>
    public required string? Path { get; init; }

    internal static WorkloadView Of(LabState lab, Workload workload)
    {
        DemandWritten(lab, workload);
        VirtualMachine vm = lab.VirtualMachines[workload.VM];
        return new WorkloadView
        {
            Key = workload.Key.Number,
            VMKey = vm.Key.Number,
            VMName = vm.Name,
            VMId = vm.Id,
            ComputerName = lab.NameOf(vm.Computer),
            Kind = workload.Kind,
            State = workload.State,
            StartTime = workload.StartTime,
            Rate = workload.Rate,
            OperationsPerSecond = workload.OperationTicks == 0
                ? 0
                : (double)TimeSpan.TicksPerSecond / workload.OperationTicks,
            FlushEvery = workload.FlushEvery,
            Operations = workload.CountAt(lab.Now),
            Acknowledged = workload.ToldAt(lab.Now) + workload.Lost,
            Lost = workload.Lost,
            Torn = workload.Torn,
            Retries = workload.RetriesAt(lab.Now),
            SizeBytes = workload.IsFill ? workload.Limit * FillShape.ChunkBytes : null,
            Seed = workload.Seed,
            Path = lab.VMHardDiskDrives.Find(workload.Drive) is { } drive
                ? drive.Path ?? PassThroughDisks.NameOf(lab, vm, drive)
                : null,
        };
    }

    // Whoever is told a count may be somebody outside: if this process is killed, the file has to have it.
    private static void DemandWritten(LabState lab, Workload workload)
    {
        try
        {
            lab.WorkloadBytes.Write(workload);
        }
        catch (DiskStoreException failure)
        {
            throw StorageErrors.StoreFailed.For(lab.NameOf(workload.VM), failure.Message);
        }
    }
}
