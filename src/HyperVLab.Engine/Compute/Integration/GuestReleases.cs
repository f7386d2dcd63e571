using HyperVLab.Disks;
using HyperVLab.Disks.Guests;
using HyperVLab.Disks.Windows;
using HyperVLab.Engine.Compute.Channels;

namespace HyperVLab.Engine.Compute.Integration;

/// <summary>
/// Which operating systems bring integration services along, and which get them from the host's setup disk (Microsoft:
/// "Version compatibility for integration services", and "About virtual machines and guest operating systems" of
/// Windows Server 2008 R2, whose table has no backup for Windows 2000 and XP).
/// </summary>
internal static class GuestReleases
{
    private static readonly string[] s_marks64Bit = ["x64", "64-bit", "x86_64", "amd64"];

    private static readonly GuestRelease s_other = new([], null, GuestDrivers.Linux, HasVss: false);

    // The first whose marks are all in the name is meant, so what is longer comes first.
    private static readonly GuestRelease[] s_windows =
    [
        new(["2025"], IntegrationVersions.W2025, GuestDrivers.Windows10, TakesSetup: false, Is64Bit: true),
        new(["2022"], IntegrationVersions.W2022, GuestDrivers.Windows10, TakesSetup: false, Is64Bit: true),
        new(["Windows 11"], IntegrationVersions.W2022, GuestDrivers.Windows10, TakesSetup: false, Is64Bit: true),
        new(["2019"], IntegrationVersions.W2019, GuestDrivers.Windows10, TakesSetup: false, Is64Bit: true),
        new(["2016"], IntegrationVersions.W2016, GuestDrivers.Windows10, TakesSetup: false, Is64Bit: true),
        new(["Windows 10"], IntegrationVersions.W2016, GuestDrivers.Windows10, TakesSetup: false),
        new(["2012 R2"], IntegrationVersions.W2012R2, GuestDrivers.Windows8, Is64Bit: true),
        new(["8.1"], IntegrationVersions.W2012R2, GuestDrivers.Windows8),
        new(["2012"], IntegrationVersions.W2012, GuestDrivers.Windows8, Is64Bit: true),
        new(["Windows 8"], IntegrationVersions.W2012, GuestDrivers.Windows8),
        new(["2008 R2", "SP1"], IntegrationVersions.W2008R2SP1, GuestDrivers.Windows6, Is64Bit: true),
        new(["2008 R2", "Service Pack 1"], IntegrationVersions.W2008R2SP1, GuestDrivers.Windows6, Is64Bit: true),
        new(["2008 R2"], IntegrationVersions.W2008R2, GuestDrivers.Windows6, Is64Bit: true),
        new(["Windows 7"], IntegrationVersions.W2008R2, GuestDrivers.Windows6),
        new(["2008", "SP2"], IntegrationVersions.W2008SP2, GuestDrivers.Windows6),
        new(["2008", "Service Pack 2"], IntegrationVersions.W2008SP2, GuestDrivers.Windows6),
        new(["2008"], IntegrationVersions.Beta, GuestDrivers.Windows6),
        new(["Vista"], null, GuestDrivers.Windows6),
        new(["2003"], null, GuestDrivers.WindowsOld),
        new(["XP"], null, GuestDrivers.WindowsOld, HasVss: false),
        new(["2000"], null, GuestDrivers.WindowsOld, HasVss: false),
        new(["NT"], null, GuestDrivers.WindowsOld, TakesSetup: false, HasVss: false),
        new([], IntegrationVersions.W2008R2, GuestDrivers.Windows6),
    ];

    /// <summary>What an operating system of some name has.</summary>
    public static GuestRelease Of(string system) => IsWindows(system)
        ? s_windows.First(release => release.Marks.All(mark => Has(system, mark)))
        : s_other;

    /// <summary>What is installed on a disk; a real Windows has the integration services that it came with.</summary>
    /// <returns>The system; null where there is none that is known.</returns>
    /// <exception cref="DiskFormatException">It is damaged.</exception>
    public static GuestSystemRecord? Read(VirtualDisk disk) => GuestSystem.Read(disk)
        ?? (WindowsIdentity.Read(disk) is { } real
            ? real with { IntegrationServicesVersion = Of(real.OperatingSystem).BuiltIn }
            : null);

    /// <summary>
    /// Whether an operating system of some name is one of 64 bits: Windows Server is since 2008 R2, others say so.
    /// </summary>
    public static bool Is64Bit(string system) =>
        Of(system).Is64Bit || s_marks64Bit.Any(mark => Has(system, mark));

    /// <summary>Whether a name is that of a Windows.</summary>
    public static bool IsWindows(string system) => Has(system, "Windows") || Has(system, "Hyper-V Server");

    private static bool Has(string system, string mark) => system.Contains(mark, StringComparison.OrdinalIgnoreCase);
}
