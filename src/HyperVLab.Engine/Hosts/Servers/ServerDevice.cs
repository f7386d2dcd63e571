namespace HyperVLab.Engine.Hosts;

/// <summary>A device that servers have.</summary>
/// <param name="Id">Its hardware identifier, as Plug and Play has it.</param>
/// <param name="Name">What the Device Manager calls it.</param>
/// <param name="Class">What it is.</param>
/// <param name="Service">The service of its driver.</param>
/// <param name="IsKnownToPreinstallation">Whether Windows PE of the Vista kernel brings a driver for it.</param>
public sealed record ServerDevice(
    string Id, string Name, ServerDeviceClass Class, string Service, bool IsKnownToPreinstallation)
{
    /// <summary>Whether Windows PE can copy nothing without a driver for it.</summary>
    public bool IsNeededForCopying => Class is not ServerDeviceClass.System;
}
