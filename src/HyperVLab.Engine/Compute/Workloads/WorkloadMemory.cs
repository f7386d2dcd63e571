namespace HyperVLab.Engine.Compute;

/// <summary>How workloads write to their guests' memory, on which live migrations depend.</summary>
internal static class WorkloadMemory
{
    /// <summary>A workload begins: its guest writes as it is asked to.</summary>
    public static void Begin(LabState lab, VirtualMachine vm, Workload workload)
    {
        workload.Follow(vm.DirtyBytesPerSecond, vm.HotSetBytes, vm.SweepBytesPerSecond);
        (long perOperation, long hotSetBytes, long sweep) = workload.Kind switch
        {
            WorkloadKind.Ledger => (
                WorkloadSettings.LedgerDirtyBytesPerTransfer, WorkloadSettings.LedgerHotSetBytes, 0L),
            WorkloadKind.Web => (
                WorkloadSettings.WebDirtyBytesPerRequest,
                ComputeSettings.DefaultHotSetBytes,
                WorkloadSettings.WebSweepBytesPerSecond),
            WorkloadKind.Fill => (
                WorkloadSettings.FillDirtyBytesPerMegabyte, WorkloadSettings.FillHotSetBytes, 0L),
            _ => (0L, WorkloadSettings.IdleHotSetBytes, 0L),
        };
        Set(
            lab,
            vm,
            WorkloadSettings.IdleDirtyBytesPerSecond + (workload.Rate * perOperation),
            hotSetBytes,
            sweep);
    }

    /// <summary>A workload ends: its guest writes as it did before.</summary>
    public static void End(LabState lab, VirtualMachine vm, Workload workload) =>
        Set(lab, vm, workload.DirtyBytesBefore, workload.HotSetBytesBefore, workload.SweepBytesBefore);

    private static void Set(
        LabState lab, VirtualMachine vm, long dirtyBytesPerSecond, long hotSetBytes, long sweepBytesPerSecond)
    {
        vm.SetWorkload(dirtyBytesPerSecond, hotSetBytes, sweepBytesPerSecond);
        GuestMemory.Follow(lab, vm);
    }
}
