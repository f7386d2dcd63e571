using System.Globalization;

namespace HyperVLab.Engine.Making;

/// <summary>How large an inventory is.</summary>
/// <param name="HostCount">How many hosts.</param>
/// <param name="VMCount">How many virtual machines, spread evenly over the hosts.</param>
/// <param name="ClusterSize">How many hosts make a cluster; 0 for no clusters.</param>
public sealed record InventorySize(int HostCount, int VMCount, int ClusterSize)
{
    /// <summary>The hosts' edition: the one whose guest rights have no limit.</summary>
    internal const string Edition = "Windows Server 2008 R2 Datacenter";

    /// <summary>Each virtual machine's memory (ours).</summary>
    internal const long VMMemoryBytes = 512L << 20;

    /// <summary>The size of each virtual machine's disk (ours).</summary>
    internal const long VMDiskBytes = 20L << 30;

    private const int MaxHosts = 1_000;
    private const int MaxVMs = 50_000;
    private const int MaxNodes = 16;
    private const long Gigabyte = 1L << 30;

    /// <summary>How many clusters that makes; the last one may be smaller.</summary>
    public int ClusterCount => ClusterSize == 0 ? 0 : (HostCount + ClusterSize - 1) / ClusterSize;

    /// <summary>
    /// Memory for a host's share of the virtual machines, with half as much again for those of a failed node.
    /// </summary>
    internal long HostMemoryBytes
    {
        get
        {
            long share = (VMCount + HostCount - 1) / HostCount * VMMemoryBytes;
            return Math.Max(16 * Gigabyte, ((share * 3 / 2 / Gigabyte) + 4) * Gigabyte);
        }
    }

    /// <summary>A shared volume with room for every dynamic disk's first gigabyte.</summary>
    internal long LunBytes => (100L + (VMCount / Math.Max(ClusterCount, 1))) * Gigabyte;

    /// <summary>Refuses what no lab can have.</summary>
    /// <exception cref="Requests.LabException">A count is out of range.</exception>
    internal void Demand()
    {
        Demand(nameof(HostCount), HostCount, 1, MaxHosts);
        Demand(nameof(VMCount), VMCount, 0, MaxVMs);
        if (ClusterSize != 0)
        {
            Demand(nameof(ClusterSize), ClusterSize, 1, Math.Min(MaxNodes, HostCount));
        }
    }

    private static void Demand(string name, int value, int low, int high)
    {
        if (value < low || value > high)
        {
            throw MakingErrors.CountOutOfRange.For(
                name,
                name,
                low.ToString(CultureInfo.InvariantCulture),
                high.ToString(CultureInfo.InvariantCulture));
        }
    }
}
