using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>Draws disks: the system's, and where the role has much data one more.</summary>
internal static class ServerDisks
{
    // The system takes 10 GB with its page file, as on all servers of the lab, and its programs up to 5 GB (ours).
    private const int SystemLow = 10;
    private const int SystemHigh = 15;

    // A disk with more in use than this share of it would have been replaced by a larger one (ours).
    private const int FullPercent = 85;
    private const long Gigabyte = 1L << 30;

    /// <summary>Draws a server's disks.</summary>
    public static IReadOnlyList<ServerDisk> Draw(Draws draws, RoleProfile role, ServerGeneration built, int number)
    {
        long system = draws.Between(SystemLow * 10, SystemHigh * 10, "inventory-system-disk", number) * Gigabyte / 10;
        long data = Spread.At(
            role.DataGigabytes * Gigabyte, (int)draws.Between(0, 1000, "inventory-data", number));
        long size = built.DiskGigabytes[(int)draws.Between(0, built.DiskGigabytes.Count, "inventory-disk", number)];
        long room = size * Gigabyte * FullPercent / 100;
        return system + data <= room
            ? [new ServerDisk('C', size * Gigabyte, WholeMegabytes(system + data))]
            :
            [
                new ServerDisk('C', Math.Max(size, 18) * Gigabyte, WholeMegabytes(system)),
                new ServerDisk('D', SizeFor(built, data), WholeMegabytes(data)),
            ];
    }

    // Disks are striped until the data fit.
    private static long SizeFor(ServerGeneration built, long data)
    {
        long disk = built.DiskGigabytes[^1] * Gigabyte;
        long disks = Math.Max(1, ((data * 100 / FullPercent) + disk - 1) / disk);
        return disks * disk;
    }

    private static long WholeMegabytes(long bytes) => bytes >> 20 << 20;
}
