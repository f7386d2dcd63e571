using static HyperVLab.Engine.Hosts.WindowsVersion;

namespace HyperVLab.Engine.Hosts;

/// <summary>What the hypervisor of a release takes at most, whatever the edition.</summary>
/// <param name="MaxMemoryPerHostBytes">Memory of a host; on R2 1 TB even where the edition uses 2 TB.</param>
/// <param name="MaxLogicalProcessors">Logical processors of a host.</param>
/// <param name="MaxRunningVMs">Running virtual machines of a host.</param>
/// <param name="MaxVirtualProcessorsPerHost">Virtual processors of a host.</param>
/// <param name="MaxVirtualProcessorsPerLogicalProcessor">Virtual for each logical processor; null for no limit.</param>
/// <param name="MaxVirtualProcessorsPerVM">Virtual processors of a virtual machine.</param>
/// <param name="MaxMemoryPerVMBytes">Memory of a virtual machine.</param>
internal sealed record HypervisorLimits(
    long MaxMemoryPerHostBytes,
    int MaxLogicalProcessors,
    int MaxRunningVMs,
    int MaxVirtualProcessorsPerHost,
    int? MaxVirtualProcessorsPerLogicalProcessor,
    int MaxVirtualProcessorsPerVM,
    long MaxMemoryPerVMBytes)
{
    private const long Gigabyte = 1L << 30;
    private const long Terabyte = 1L << 40;

    /// <summary>The limits of a release.</summary>
    public static HypervisorLimits Of(WindowsVersion version) => version switch
    {
        // They have no hypervisor, so it keeps them from nothing.
        < W2008 => new(long.MaxValue, 64, 0, 0, 0, 0, 0),
        W2008 => new(Terabyte, 16, 128, 128, 8, 4, 64 * Gigabyte),
        W2008R2 => new(Terabyte, 64, 384, 512, 8, 4, 64 * Gigabyte),
        W2012 or W2012R2 => new(4 * Terabyte, 320, 1024, 2048, null, 64, Terabyte),
        W2016 or W2019 => new(24 * Terabyte, 512, 1024, 2048, null, 240, 12 * Terabyte),
        W2022 => new(48 * Terabyte, 2048, 1024, 2048, null, 1024, 240 * Terabyte),
        _ => new(256 * Terabyte, 2048, 1024, 2048, null, 2048, 240 * Terabyte),
    };
}
