namespace HyperVLab.Engine.Hosts;

/// <summary>A vendor's package that can be installed on a host.</summary>
/// <param name="Name">The name that scripts use.</param>
/// <param name="DisplayName">The name that people read.</param>
/// <param name="IsDeviceSpecificModule">Whether it is a device specific module (DSM) for multipath I/O.</param>
/// <param name="Platform">The platform for virtual machines that it brings; null for none.</param>
public sealed record PackageDescription(
    string Name, string DisplayName, bool IsDeviceSpecificModule, VirtualizationPlatform? Platform = null)
{
    /// <summary>Whether it works as soon as its setup is through; a driver waits for the restart.</summary>
    public bool WorksAtOnce { get; init; }
}
