using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Making;

/// <summary>What a lab begins with; all figures are ours.</summary>
internal static class MakingSettings
{
    private const long Gigabyte = 1L << 30;

    /// <summary>Ports of the management network's switch: enough for a lab of a thousand hosts.</summary>
    public const int SwitchPortCount = 4096;

    /// <summary>The domain controller's edition.</summary>
    public const string ControllerEdition = "WindowsServer2008R2Standard";

    /// <summary>The workstation's edition, for which the remote administration tools exist.</summary>
    public const string WorkstationEdition = "Windows7Enterprise";

    /// <summary>The domain controller's address within the network.</summary>
    public const uint ControllerNumber = 10;

    /// <summary>The workstation's address within the network.</summary>
    public const uint WorkstationNumber = 11;

    /// <summary>The first address that the pool gives away.</summary>
    public const uint FirstPoolNumber = 100;

    /// <summary>
    /// The longest DNS name of a domain (RFC 1035 allows 255 octets; Active Directory 64 characters).
    /// </summary>
    public const int MaxDomainNameLength = 64;

    /// <summary>The longest label of a DNS name (RFC 1035).</summary>
    public const int MaxLabelLength = 63;

    /// <summary>A small server.</summary>
    public static HostHardware ServerHardware { get; } = new()
    {
        ProcessorSocketCount = 1,
        CoresPerSocket = 4,
        ProcessorVendor = "GenuineIntel",
        MemoryBytes = 4 * Gigabyte,
        NetworkAdapterCount = 1,
        LocalDiskSizeBytes = 68 * Gigabyte,
    };

    /// <summary>A desktop computer.</summary>
    public static HostHardware WorkstationHardware { get; } = ServerHardware with { LocalDiskCount = 1 };
}
