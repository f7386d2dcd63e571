using HyperVLab.Disks.Guests;
using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Compute.Integration;

/// <summary>
/// Which services in a guest work on which platform: each platform has its own, and those of another are not heard.
/// </summary>
internal static class GuestServices
{
    /// <summary>What a guest is on a host: without services, where those on its disk are another platform's.</summary>
    public static GuestSystemRecord On(PhysicalComputer host, GuestSystemRecord system) =>
        system.IntegrationServicesVersion is { } version && PlatformOf(version) != Platforms.Of(host)
            ? system with { IntegrationServicesVersion = null }
            : system;

    /// <summary>What a new system on a host has: its own for Hyper-V, or what the platform puts there.</summary>
    public static string? BuiltIn(PhysicalComputer host, string system) =>
        Platforms.Of(host).GuestServices ?? GuestReleases.Of(system).BuiltIn;

    private static Platform PlatformOf(string version) =>
        Platforms.All.FirstOrDefault(platform => platform.GuestServices == version) ?? Platforms.HyperV;
}
