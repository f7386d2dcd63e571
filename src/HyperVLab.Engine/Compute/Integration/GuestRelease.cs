using HyperVLab.Engine.Compute.Channels;

namespace HyperVLab.Engine.Compute.Integration;

/// <summary>What an operating system in a virtual machine has of integration services.</summary>
/// <param name="Marks">What its name has in it, all of it.</param>
/// <param name="BuiltIn">The version that it brings along; null for none.</param>
/// <param name="Drivers">What its drivers are called.</param>
/// <param name="TakesSetup">Whether the setup disk of a host installs them.</param>
/// <param name="HasVss">Whether it can bring its files to a consistent state for a backup.</param>
/// <param name="Is64Bit">Whether there is it for processors of 64 bits only.</param>
internal sealed record GuestRelease(
    IReadOnlyList<string> Marks,
    string? BuiltIn,
    GuestDrivers Drivers,
    bool TakesSetup = true,
    bool HasVss = true,
    bool Is64Bit = false);
