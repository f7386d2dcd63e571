namespace HyperVLab.Engine.Compute;

/// <summary>How workloads write to their guests' memory, on which live migrations depend.</summary>
internal static class WorkloadMemory
{
    /// <summary>A workload begins: its guest writes as it is asked to.</summary>
    public static void Begin(LabState lab, VirtualMachine vm, Workload workload) => Set(
        lab,
        vm,
        workload.Kind == WorkloadKind.Ledger
            ? WorkloadSettings.IdleDirtyBytesPerSecond
                + (workload.Rate * WorkloadSettings.LedgerDirtyBytesPerTransfer)
            : WorkloadSettings.IdleDirtyBytesPerSecond,
        workload.Kind == WorkloadKind.Ledger
            ? WorkloadSettings.LedgerHotSetBytes
            : WorkloadSettings.IdleHotSetBytes);

    /// <summary>A workload was stopped: its guest has next to nothing to do.</summary>
    public static void End(LabState lab, VirtualMachine vm) =>
        Set(lab, vm, WorkloadSettings.IdleDirtyBytesPerSecond, WorkloadSettings.IdleHotSetBytes);

    private static void Set(LabState lab, VirtualMachine vm, long dirtyBytesPerSecond, long hotSetBytes)
    {
        vm.SetWorkload(dirtyBytesPerSecond, hotSetBytes, sweepBytesPerSecond: 0);
        GuestMemory.Follow(lab, vm);
    }
}
