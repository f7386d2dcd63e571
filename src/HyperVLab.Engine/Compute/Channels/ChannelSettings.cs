using HyperVLab.Engine.Compute.Load;

namespace HyperVLab.Engine.Compute.Channels;

/// <summary>The figures of the VMBus and of what goes over it, each with where it comes from.</summary>
internal static class ChannelSettings
{
    private const int Page = 4096;

    /// <summary>
    /// A ring of a network adapter each way: 128 pages (Linux, netvsc_drv.c, ring_size; what Windows takes is not
    /// published).
    /// </summary>
    public const int NetworkRingBytes = 128 * Page;

    /// <summary>
    /// A ring of a storage controller each way: 20 pages (Linux, storvsc of the time of 2008 R2; today 128 KB).
    /// </summary>
    public const int StorageRingBytes = 20 * Page;

    /// <summary>A ring of an integration service each way: 4 pages (Linux, hv_util.c).</summary>
    public const int ServiceRingBytes = 4 * Page;

    /// <summary>What handling a byte of a frame costs the guest's driver, in nanoseconds (ours).</summary>
    public const double FrameNanosecondsPerByte = 0.5;

    /// <summary>
    /// How often a guest touches a register of the emulated network adapter for one frame, each time a trip through
    /// the hypervisor to the parent (ours).
    /// </summary>
    public const int NetworkIntercepts = 16;

    /// <summary>The same of the emulated IDE controller for one request (ours).</summary>
    public const int DiskIntercepts = 10;

    /// <summary>What the client in the guest does for one disk request, in nanoseconds (ours).</summary>
    public const double DiskClientNanoseconds = 2_000;

    /// <summary>Putting one request into a ring and signalling the other side, in nanoseconds (ours).</summary>
    public const double SignalNanoseconds = 500;

    /// <summary>What the storage provider does for one request, in nanoseconds (ours).</summary>
    public const double DiskProviderNanoseconds = 3_000;

    /// <summary>
    /// What the worker process does for one disk request: it is woken in user mode, and works through the registers'
    /// meaning, in nanoseconds (ours).
    /// </summary>
    public const double DiskEmulationNanoseconds = 30_000;

    /// <summary>
    /// Copying a byte between the guest's memory and the worker process, in nanoseconds (ours: 4 GB a second). The
    /// storage provider copies nothing: it maps the guest's pages.
    /// </summary>
    public const double EmulationNanosecondsPerByte = 0.25;

    private const double NanosecondsPerSecond = 1e9;
    private const double FrameBytes = LoadSettings.FrameBits / 8;

    /// <summary>
    /// What the client in the guest does for one frame beside its bytes, in nanoseconds: a full frame then takes as
    /// long as one virtual processor's rate says (<see cref="LoadSettings.GuestBitsPerSecond"/>).
    /// </summary>
    public const double FrameClientNanoseconds =
        (LoadSettings.FrameBits / LoadSettings.GuestBitsPerSecond * NanosecondsPerSecond)
        - (FrameBytes * FrameNanosecondsPerByte) - SignalNanoseconds;

    /// <summary>
    /// What one register access through the hypervisor costs, in nanoseconds, by the rate of the emulated adapter
    /// (<see cref="LoadSettings.LegacyGuestBitsPerSecond"/>); other emulated devices pay the same for each.
    /// </summary>
    public const double InterceptNanoseconds =
        ((LoadSettings.FrameBits / LoadSettings.LegacyGuestBitsPerSecond * NanosecondsPerSecond)
            - (FrameBytes * FrameNanosecondsPerByte)) / NetworkIntercepts;

    /// <summary>What the virtual switch does for one frame that a machine sends, in nanoseconds.</summary>
    public const double SwitchNanoseconds =
        LoadSettings.FrameBits / LoadSettings.SendBitsPerSecond * NanosecondsPerSecond;

    /// <summary>What one driver of the parent's stack does for one request, in nanoseconds (ours).</summary>
    public const double DriverNanoseconds = 500;

    /// <summary>What a file system does for one request within a file, in nanoseconds (ours).</summary>
    public const double FileSystemNanoseconds = 2_000;
}
