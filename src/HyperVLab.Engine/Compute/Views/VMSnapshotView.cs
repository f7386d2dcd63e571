using HyperVLab.Engine.Compute.Integration;

namespace HyperVLab.Engine.Compute.Views;

/// <summary>A checkpoint of a virtual machine.</summary>
public sealed record VMSnapshotView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>The virtual machine's number.</summary>
    public required int VMKey { get; init; }

    /// <summary>The virtual machine.</summary>
    public required string VMName { get; init; }

    /// <summary>The virtual machine's identifier.</summary>
    public required Guid VMId { get; init; }

    /// <summary>The number of the host.</summary>
    public required int ComputerKey { get; init; }

    /// <summary>The host.</summary>
    public required string ComputerName { get; init; }

    /// <summary>How far its making is.</summary>
    public required CheckpointPhase Phase { get; init; }

    /// <summary>When it was taken, since the lab began.</summary>
    public required TimeSpan CreationTime { get; init; }

    /// <summary>The number of the checkpoint before it.</summary>
    public int? ParentKey { get; init; }

    /// <summary>The identifier of the checkpoint before it.</summary>
    public Guid? ParentSnapshotId { get; init; }

    /// <summary>The name of the checkpoint before it.</summary>
    public string? ParentSnapshotName { get; init; }

    /// <summary>The folder below which its files are.</summary>
    public required string Path { get; init; }

    /// <summary>What a machine is that goes back to it.</summary>
    public required VMState State { get; init; }

    /// <summary>How many virtual processors the machine had.</summary>
    public required int ProcessorCount { get; init; }

    /// <summary>Its memory, in bytes.</summary>
    public required long MemoryStartup { get; init; }

    /// <summary>What was written about it.</summary>
    public required string Notes { get; init; }

    /// <summary>What its configuration and its memory take, in bytes.</summary>
    public required long SizeOfSystemFiles { get; init; }

    /// <summary>Whether a cluster keeps the machine available.</summary>
    public required bool IsClustered { get; init; }

    /// <summary>Its hard disk drives.</summary>
    public required IReadOnlyList<VMSnapshotDrive> HardDrives { get; init; }

    /// <summary>Its DVD drives.</summary>
    public required IReadOnlyList<VMSnapshotDvdDrive> DvdDrives { get; init; }

    /// <summary>Its network adapters.</summary>
    public required IReadOnlyList<VMSnapshotAdapter> NetworkAdapters { get; init; }

    /// <summary>Its integration services, as they were offered.</summary>
    public required IReadOnlyList<VMIntegrationServiceView> IntegrationServices { get; init; }

    internal static VMSnapshotView Of(LabState lab, VMSnapshot snapshot)
    {
        VirtualMachine vm = lab.VirtualMachines[snapshot.VM];
        VMSnapshot? parent = lab.VMSnapshots.Find(snapshot.Parent);
        return new VMSnapshotView
        {
            Key = snapshot.Key.Number,
            Name = snapshot.Name,
            Id = snapshot.Id,
            VMKey = vm.Key.Number,
            VMName = vm.Name,
            VMId = vm.Id,
            ComputerKey = vm.Computer.Number,
            ComputerName = lab.NameOf(vm.Computer),
            Phase = snapshot.Phase,
            CreationTime = snapshot.CreationTime,
            ParentKey = parent?.Key.Number,
            ParentSnapshotId = parent?.Id,
            ParentSnapshotName = parent?.Name,
            Path = snapshot.Path,
            State = snapshot.State,
            ProcessorCount = snapshot.ProcessorCount,
            MemoryStartup = snapshot.MemoryStartupBytes,
            Notes = snapshot.Notes ?? string.Empty,
            SizeOfSystemFiles = CheckpointFiles.SizeOf(lab, snapshot),
            IsClustered = vm.IsClustered,
            HardDrives = snapshot.Drives,
            DvdDrives = snapshot.DvdDrives,
            NetworkAdapters = snapshot.Adapters,
            IntegrationServices = VMIntegrationServicesView.Of(lab, vm, snapshot),
        };
    }
}
