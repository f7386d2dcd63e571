using System.Globalization;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>
/// What computers can be built, and which bays are free. The upper bounds are ours: beyond any real machine.
/// </summary>
internal static class HardwareRules
{
    private const long Gigabyte = 1L << 30;
    private const long Terabyte = 1L << 40;

    /// <summary>Refuses hardware that no computer has.</summary>
    /// <exception cref="HyperVLab.Engine.Requests.LabException">A figure is out of its range; the message says
    /// which.</exception>
    public static void Demand(HostHardware hardware) => Demand(hardware, Gigabyte, 32 * Gigabyte);

    /// <summary>The same, for a computer that may be smaller than any host.</summary>
    /// <param name="hardware">What it is built of.</param>
    /// <param name="leastMemoryBytes">The least memory.</param>
    /// <param name="leastDiskBytes">The smallest disk.</param>
    /// <exception cref="HyperVLab.Engine.Requests.LabException">A figure is out of its range; the message says
    /// which.</exception>
    public static void Demand(HostHardware hardware, long leastMemoryBytes, long leastDiskBytes)
    {
        DemandBetween(nameof(hardware.ProcessorSocketCount), hardware.ProcessorSocketCount, 1, 64);
        DemandBetween(nameof(hardware.CoresPerSocket), hardware.CoresPerSocket, 1, 512);
        DemandBetween(nameof(hardware.ThreadsPerCore), hardware.ThreadsPerCore, 1, 8);
        DemandBetween(nameof(hardware.ProcessorGeneration), hardware.ProcessorGeneration, 1, 1000);
        DemandBetween(nameof(hardware.MemoryBytes), hardware.MemoryBytes, leastMemoryBytes, 4096 * Terabyte);
        DemandBetween(nameof(hardware.NetworkAdapterCount), hardware.NetworkAdapterCount, 1, 32);
        DemandLinkSpeed(nameof(hardware.LinkSpeedBitsPerSecond), hardware.LinkSpeedBitsPerSecond);
        DemandBetween(nameof(hardware.LocalDiskCount), hardware.LocalDiskCount, 1, 2);
        DemandBetween(
            nameof(hardware.LocalDiskSizeBytes), hardware.LocalDiskSizeBytes, leastDiskBytes, 64 * Terabyte);
        DemandBetween(nameof(hardware.StoragePathCount), hardware.StoragePathCount, 0, 32);
        if (!HostNames.IsChassisName(hardware.ProcessorVendor))
        {
            throw HostErrors.VendorNotUsable.For(hardware.ProcessorVendor, hardware.ProcessorVendor);
        }
    }

    /// <summary>Refuses a speed that no cable has.</summary>
    /// <exception cref="HyperVLab.Engine.Requests.LabException">None has.</exception>
    public static void DemandLinkSpeed(string figure, long bitsPerSecond) =>
        DemandBetween(figure, bitsPerSecond, 10_000_000, 1_600_000_000_000);

    /// <summary>Refuses a figure that is out of its range.</summary>
    /// <exception cref="HyperVLab.Engine.Requests.LabException">It is.</exception>
    public static void DemandBetween(string figure, long value, long low, long high)
    {
        if (value < low || value > high)
        {
            throw HostErrors.HardwareNotPossible.For(figure, figure, Text(value), Text(low), Text(high));
        }
    }

    /// <summary>Refuses a bay that the chassis does not have or that holds a blade.</summary>
    /// <exception cref="HyperVLab.Engine.Requests.LabException">It cannot take one more.</exception>
    public static void DemandBay(LabState lab, Key<Chassis>? chassis, int bay)
    {
        if (lab.Chassis.Find(chassis) is not { } holder)
        {
            throw HostErrors.BayWithoutChassis.For(Text(bay));
        }

        if (bay < 1 || bay > holder.BayCount)
        {
            throw HostErrors.BayNotPossible.For(holder.Name, holder.Name, Text(holder.BayCount), Text(bay));
        }

        if (BladeIn(lab, holder.Key, bay) is { } blade)
        {
            throw HostErrors.BayTaken.For(blade.Name, Text(bay), holder.Name, blade.Name);
        }
    }

    /// <summary>The first bay without a blade; null where there is none.</summary>
    public static int? FirstFreeBay(LabState lab, Key<Chassis> chassis)
    {
        for (int bay = 1; bay <= lab.Chassis[chassis].BayCount; bay++)
        {
            if (BladeIn(lab, chassis, bay) is null)
            {
                return bay;
            }
        }

        return null;
    }

    private static PhysicalComputer? BladeIn(LabState lab, Key<Chassis> chassis, int bay)
    {
        foreach (PhysicalComputer computer in lab.Computers)
        {
            if (computer.Chassis == chassis && computer.Bay == bay)
            {
                return computer;
            }
        }

        return null;
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
