namespace HyperVLab.Engine.Hosts;

/// <summary>A vendor's package that can be installed on a host.</summary>
/// <param name="Name">The name that scripts use.</param>
/// <param name="DisplayName">The name that people read.</param>
/// <param name="IsDeviceSpecificModule">Whether it is a device specific module (DSM) for multipath I/O.</param>
public sealed record PackageDescription(string Name, string DisplayName, bool IsDeviceSpecificModule);
