namespace HyperVLab.Disks.P2V;

/// <summary>A service of a driver whose start was set in a copy's SYSTEM hive.</summary>
/// <param name="Service">The service.</param>
/// <param name="Before">When it started before; null if there was no such service.</param>
/// <param name="After">When it starts in the copy.</param>
/// <param name="Reason">Why, as a sentence.</param>
public sealed record DriverChange(string Service, DriverStart? Before, DriverStart After, string Reason);
