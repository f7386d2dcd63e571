using HyperVLab.Engine.Requests;
using static HyperVLab.Engine.Hosts.WindowsVersion;

namespace HyperVLab.Engine.Hosts;

/// <summary>
/// The editions that the lab knows. The rows of 2008 and 2008 R2 are the tutorial's and Microsoft's SKU tables of that
/// time; the hypervisor's limits come from Microsoft's "Requirements and limits" (2008 R2) and "Plan for Hyper-V
/// scalability" (2012 and later). The rows before 2008 are on servers to be converted; their sockets and memory are
/// those of Microsoft's "Physical Address Extension: PAE memory and Windows" and "Windows 2000 Server family" pages.
/// ESX is as VMware's Configuration Maximums of VI 3.5 and vSphere 4 say (compared at informit.com, article 1623116).
/// </summary>
public static class Editions
{
    private const long Gigabyte = 1L << 30;
    private const long Terabyte = 1L << 40;

    /// <summary>Every edition, oldest release first.</summary>
    public static IReadOnlyList<Edition> All { get; } =
    [
        Row("WindowsNT4Server", "Windows NT Server 4.0", NT4, 4, 4 * Gigabyte, 0),
        Row("Windows2000Server", "Windows 2000 Server", W2000, 4, 4 * Gigabyte, 0),
        Row("Windows2000AdvancedServer", "Windows 2000 Advanced Server", W2000, 8, 8 * Gigabyte, 0),
        Row("WindowsXPProfessional", "Windows XP Professional", W2003, 2, 4 * Gigabyte, 0) with { IsClient = true },
        Row("WindowsServer2003Standard", "Windows Server 2003 Standard", W2003, 4, 4 * Gigabyte, 0),
        Row("WindowsServer2003Enterprise", "Windows Server 2003 Enterprise", W2003, 8, 64 * Gigabyte, 0),
        Row("HyperVServer2008", "Hyper-V Server 2008", W2008, 4, 32 * Gigabyte, 0) with { IsHyperVServer = true },
        Row("WindowsServer2008Standard", "Windows Server 2008 Standard", W2008, 4, 32 * Gigabyte, 1),
        Row("WindowsServer2008Enterprise", "Windows Server 2008 Enterprise", W2008, 8, Terabyte, 4) with
        {
            HasClustering = true,
        },
        Row("WindowsServer2008Datacenter", "Windows Server 2008 Datacenter", W2008, 64, Terabyte, null) with
        {
            HasClustering = true,
        },
        Clustered(
            "HyperVServer2008R2", "Hyper-V Server 2008 R2", W2008R2, 8, Terabyte, 0) with { IsHyperVServer = true },
        Row("WindowsServer2008R2Standard", "Windows Server 2008 R2 Standard", W2008R2, 4, 32 * Gigabyte, 1),
        Clustered("WindowsServer2008R2Enterprise", "Windows Server 2008 R2 Enterprise", W2008R2, 8, 2 * Terabyte, 4),
        Clustered(
            "WindowsServer2008R2Datacenter", "Windows Server 2008 R2 Datacenter", W2008R2, 64, 2 * Terabyte, null),
        Row("Windows7Enterprise", "Windows 7 Enterprise", W2008R2, 2, 192 * Gigabyte, 0) with { IsClient = true },
        .. Family("2012", W2012),
        .. Family("2012 R2", W2012R2),
        .. Family("2016", W2016),
        .. Family("2019", W2019),
        .. Family("2022", W2022),
        .. Family("2025", W2025),
        Esx(
            "VMwareESX35",
            "VMware ESX Server 3.5",
            new HypervisorLimits(256 * Gigabyte, 32, 170, 192, null, 4, 64 * Gigabyte)),
        Esx("VMwareESX4", "VMware ESX 4.0", new HypervisorLimits(Terabyte, 64, 320, 512, null, 8, 255 * Gigabyte)),
    ];

    /// <summary>The edition of an id or full name, ignoring case; null where there is none.</summary>
    public static Edition? Find(string idOrName)
    {
        foreach (Edition edition in All)
        {
            if (string.Equals(edition.Id, idOrName, StringComparison.OrdinalIgnoreCase)
                || string.Equals(edition.Name, idOrName, StringComparison.OrdinalIgnoreCase))
            {
                return edition;
            }
        }

        return null;
    }

    /// <summary>The error for an edition that there is not.</summary>
    public static LabException NotFound(string name) =>
        HostErrors.NoSuchEdition.For(name, name, string.Join(", ", All.Select(edition => edition.Id)));

    private static IEnumerable<Edition> Family(string year, WindowsVersion version)
    {
        string id = year.Replace(" ", string.Empty, StringComparison.Ordinal);
        long memory = HypervisorLimits.Of(version).MaxMemoryPerHostBytes;
        if (version < W2022)
        {
            // The free product ended with 2019.
            yield return Clustered($"HyperVServer{id}", $"Hyper-V Server {year}", version, 64, memory, 0) with
            {
                IsHyperVServer = true,
            };
        }

        yield return Clustered($"WindowsServer{id}Standard", $"Windows Server {year} Standard", version, 64, memory, 2);
        yield return Clustered(
            $"WindowsServer{id}Datacenter", $"Windows Server {year} Datacenter", version, 64, memory, null);
    }

    private static Edition Clustered(
        string id, string name, WindowsVersion version, int sockets, long memory, int? guestRights) =>
        Row(id, name, version, sockets, memory, guestRights) with
        {
            HasClustering = true,
            HasLiveMigration = true,
            HasClusterSharedVolumes = true,
        };

    private static Edition Row(
        string id, string name, WindowsVersion version, int sockets, long memory, int? guestRights)
    {
        HypervisorLimits limits = HypervisorLimits.Of(version);
        return Row(id, name, version, sockets, Math.Min(memory, limits.MaxMemoryPerHostBytes), guestRights, limits);
    }

    private static Edition Esx(string id, string name, HypervisorLimits limits) =>
        Row(id, name, None, limits.MaxLogicalProcessors, limits.MaxMemoryPerHostBytes, 0, limits) with
        {
            HasLiveMigration = true,
            Platform = VirtualizationPlatform.VMWareESX,
        };

    private static Edition Row(
        string id,
        string name,
        WindowsVersion version,
        int sockets,
        long memory,
        int? guestRights,
        HypervisorLimits limits) => new()
        {
            Id = id,
            Name = name,
            Version = version,
            MaxSockets = sockets,
            MaxMemoryBytes = memory,
            GuestRights = guestRights,
            MaxLogicalProcessors = limits.MaxLogicalProcessors,
            MaxRunningVMs = limits.MaxRunningVMs,
            MaxVirtualProcessorsPerHost = limits.MaxVirtualProcessorsPerHost,
            MaxVirtualProcessorsPerLogicalProcessor = limits.MaxVirtualProcessorsPerLogicalProcessor,
            MaxVirtualProcessorsPerVM = limits.MaxVirtualProcessorsPerVM,
            MaxMemoryPerVMBytes = limits.MaxMemoryPerVMBytes,
        };
}
