namespace HyperVLab.Engine.Compute;

/// <summary>
/// How much memory a guest has written to while something was copied. Writes go to a working set over and over, so what
/// is dirty grows with time at first and never beyond that set: W x / (W + x) for a set W and x bytes written (ours).
/// </summary>
internal static class DirtyMemory
{
    /// <summary>The bytes to send again.</summary>
    public static long After(VirtualMachine vm, TimeSpan time)
    {
        if (vm.Guest is not (GuestState.Running or GuestState.Booting) || vm.DirtyBytesPerSecond == 0)
        {
            return 0;
        }

        long written = TransferTime.BytesIn(time, vm.DirtyBytesPerSecond);
        long workingSet = Math.Min(vm.HotSetBytes, vm.MemoryStartupBytes);
        return workingSet == 0 ? 0 : (long)((Int128)workingSet * written / (workingSet + written));
    }
}
