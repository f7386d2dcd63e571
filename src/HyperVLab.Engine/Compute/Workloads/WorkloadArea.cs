using HyperVLab.Disks;
using HyperVLab.Disks.Guests;
using HyperVLab.Disks.Partitions;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// Where workloads write on a guest's disk: in the guest's own part of the partition that an installation made, or on a
/// disk of data without any partition. docs/disk-guest-record.md has the places.
/// </summary>
internal static class WorkloadArea
{
    /// <summary>Where a ledger stands: at a multiple of a block's usual size, so that it has one block.</summary>
    public const long LedgerOffset = 2L << 20;

    /// <summary>Where what a ledger can take ends.</summary>
    public const long LedgerEnd = 4L << 20;

    /// <summary>Where a fill's data begin; its header stands where a ledger does.</summary>
    public const long FillOffset = LedgerEnd;

    /// <summary>Where the area ends; null where the disk has none, because it holds what no lab wrote.</summary>
    public static long? EndOn(VirtualDisk disk)
    {
        if (MasterBootRecord.Read(disk) is not { } table)
        {
            Span<byte> first = stackalloc byte[VirtualDisk.SectorBytes];
            disk.Read(0, first);
            return first.ContainsAnyExcept((byte)0) ? null : Enough(disk.SizeBytes);
        }

        foreach (MbrPartition partition in table.Partitions)
        {
            if (partition is { IsActive: true, IsEmpty: false, Type: MbrPartition.NonFileSystemData })
            {
                return partition.OffsetBytes + GuestSystem.ReservedBytes <= LedgerOffset
                    ? Enough(Math.Min(partition.EndBytes, disk.SizeBytes))
                    : null;
            }
        }

        return null;
    }

    private static long? Enough(long end) => end >= LedgerEnd ? end : null;
}
