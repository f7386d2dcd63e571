using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Compute.Integration;

/// <summary>
/// The versions of integration services (TechNet Wiki, "Hyper-V Integration Services: List of Build Numbers"): each
/// release of Windows as a guest has its own built in, and as a host brings the same on its setup disk.
/// </summary>
internal static class IntegrationVersions
{
    /// <summary>What Windows Server 2008 as a guest came with: of the time before Hyper-V was finished.</summary>
    public const string Beta = "6.0.6001.17101";

    /// <summary>Hyper-V of Windows Server 2008 (KB950050).</summary>
    public const string W2008 = "6.0.6001.18016";

    /// <summary>Windows Server 2008 Service Pack 2.</summary>
    public const string W2008SP2 = "6.0.6002.18005";

    /// <summary>Windows Server 2008 R2.</summary>
    public const string W2008R2 = "6.1.7600.16385";

    /// <summary>Windows Server 2008 R2 Service Pack 1, as a guest: the lab's hosts have none.</summary>
    public const string W2008R2SP1 = "6.1.7601.17514";

    /// <summary>Windows Server 2012.</summary>
    public const string W2012 = "6.2.9200.16384";

    /// <summary>Windows Server 2012 R2.</summary>
    public const string W2012R2 = "6.3.9600.16384";

    /// <summary>Windows Server 2016.</summary>
    public const string W2016 = "10.0.14393.0";

    /// <summary>Windows Server 2019.</summary>
    public const string W2019 = "10.0.17763.0";

    /// <summary>Windows Server 2022.</summary>
    public const string W2022 = "10.0.20348.0";

    /// <summary>Windows Server 2025.</summary>
    public const string W2025 = "10.0.26100.0";

    /// <summary>
    /// Linux Integration Services 3.1 (Microsoft, 2011), for guests of 2008 R2 hosts; of its services it has no backup.
    /// </summary>
    public const string Linux = "3.1";

    /// <summary>The version that a host expects, and that its setup disk installs up to 2012 R2.</summary>
    public static string OfHost(WindowsVersion version) => version switch
    {
        WindowsVersion.W2008 => W2008,
        WindowsVersion.W2008R2 => W2008R2,
        WindowsVersion.W2012 => W2012,
        WindowsVersion.W2012R2 => W2012R2,
        WindowsVersion.W2016 => W2016,
        WindowsVersion.W2019 => W2019,
        WindowsVersion.W2022 => W2022,
        _ => W2025,
    };

    /// <summary>What Get-VM says of a guest's version; nothing where its guest has none.</summary>
    public static string StateOf(PhysicalComputer host, VirtualMachine vm) =>
        vm.IntegrationServicesVersion is not { } version || host.Edition is not { } edition ? string.Empty
        : Platforms.Of(host).GuestServices is not null ? "Up to date"
        : IsOlder(version, OfHost(edition.Version)) ? "Update required"
        : "Up to date";

    /// <summary>Whether a guest's version is older than another; a text that is no version is the oldest.</summary>
    public static bool IsOlder(string version, string than) =>
        !Version.TryParse(version, out Version? one) || one < Version.Parse(than);
}
