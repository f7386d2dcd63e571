using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Changes a virtual machine's settings; what is null stays.</summary>
public sealed record SetVM : LabRequest
{
    /// <summary>The virtual machine.</summary>
    [Target("Name")]
    public required Key<VirtualMachine> VM { get; init; }

    /// <summary>Its new name.</summary>
    public string? NewVMName { get; init; }

    /// <summary>How many virtual processors it gets.</summary>
    public long? ProcessorCount { get; init; }

    /// <summary>Its memory in bytes.</summary>
    public long? MemoryStartupBytes { get; init; }

    /// <summary>What its host does with it when the host starts.</summary>
    public StartAction? AutomaticStartAction { get; init; }

    /// <summary>How many seconds the host waits before that.</summary>
    public int? AutomaticStartDelay { get; init; }

    /// <summary>What its host does with it when the host stops.</summary>
    public StopAction? AutomaticStopAction { get; init; }

    /// <summary>What its host does with it when its disks are gone: from Windows Server 2016 on.</summary>
    public CriticalErrorAction? AutomaticCriticalErrorAction { get; init; }

    /// <summary>After how many minutes without its disks it is turned off then.</summary>
    public int? AutomaticCriticalErrorActionTimeout { get; init; }

    /// <summary>What is written about it; empty for nothing.</summary>
    public string? Notes { get; init; }

    /// <summary>The folder below which the files of its checkpoints are made.</summary>
    public string? SnapshotFileLocation { get; init; }

    /// <summary>Whose it becomes.</summary>
    public Key<Account>? Owner { get; init; }

    /// <summary>The name of the role by which he uses it; null for the only one that he has.</summary>
    public string? UserRole { get; init; }

    /// <summary>How many points of that role's quota it takes.</summary>
    public int? QuotaPoint { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualMachine vm = VMQueries.Require(lab, VM);
        PhysicalComputer computer = VMHosts.Demand(lab, caller, vm.Computer);
        if (NewVMName is { } name)
        {
            VMLimits.DemandName(name);
        }

        if (ProcessorCount is { } processors)
        {
            VMLimits.DemandOff(vm, "The number of processors");
            VMLimits.DemandProcessors(computer, vm.Name, processors);
        }

        if (MemoryStartupBytes is { } memory)
        {
            VMLimits.DemandOff(vm, "The memory");
            VMLimits.DemandMemory(computer, vm.Name, memory);
        }

        VMLimits.DemandDelay(vm.Name, AutomaticStartDelay);
        if (AutomaticStopAction == StopAction.Save)
        {
            PlatformRules.Demand(computer, PlatformFeature.SavedState, vm.Name);
        }

        if (SnapshotFileLocation is { } folder)
        {
            CheckpointRules.DemandFolder(lab, vm, folder);
        }

        VMLimits.DemandCriticalErrorAction(
            computer, vm.Name, AutomaticCriticalErrorAction is not null, AutomaticCriticalErrorActionTimeout);
        lab.DemandOwner(vm, Owner, UserRole, QuotaPoint);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VirtualMachine vm = lab.VirtualMachines[VM];
        vm.Rename(NewVMName ?? vm.Name, lab.MachinesByName);
        vm.SetProcessors((int)(ProcessorCount ?? vm.ProcessorCount), vm.CompatibilityForMigrationEnabled);
        vm.SetMemory(MemoryStartupBytes ?? vm.MemoryStartupBytes);
        vm.SetAutomaticStart(
            AutomaticStartAction ?? vm.AutomaticStartAction, AutomaticStartDelay ?? vm.AutomaticStartDelay);
        vm.SetAutomaticStop(AutomaticStopAction ?? vm.AutomaticStopAction);
        vm.SetCriticalErrorAction(
            AutomaticCriticalErrorAction ?? vm.AutomaticCriticalErrorAction,
            AutomaticCriticalErrorActionTimeout ?? vm.AutomaticCriticalErrorActionTimeout);
        vm.Describe(Notes ?? vm.Notes);
        vm.KeepSnapshotsIn(SnapshotFileLocation ?? vm.SnapshotFileLocation);
        lab.SetOwner(vm, Owner, UserRole, QuotaPoint);
        job.Give(VM);
    }
}
