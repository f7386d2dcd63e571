using HyperVLab.Disks;
using HyperVLab.Disks.Guests;
using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>
/// The virtual hard disks that conversions make: one for each volume, the system's with what it boots from. What is in
/// use of a volume has its place in the file.
/// </summary>
internal static class ConversionDisks
{
    private const long Megabyte = 1L << 20;

    // What is in use lies in whole blocks, and a dynamic disk has headers and a table.
    private const long DynamicOverheadBytes = 16 * Megabyte;

    /// <summary>Plans the disks of a server's volumes; they have room together.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="target">The host.</param>
    /// <param name="folder">The folder that gets them, as a path of the host.</param>
    /// <param name="vmName">What the machine is called, as which they are named.</param>
    /// <param name="volumes">The volumes.</param>
    /// <param name="type">How they keep their bytes.</param>
    /// <exception cref="Engine.Requests.LabException">One cannot be made, or they have no room together.</exception>
    public static IReadOnlyList<VhdPlan> Plan(
        LabState lab,
        Key<PhysicalComputer> target,
        string folder,
        string vmName,
        IReadOnlyList<SourceVolume> volumes,
        VhdType type)
    {
        var plans = new List<VhdPlan>();
        foreach (SourceVolume volume in volumes)
        {
            VhdPlan plan = VirtualDiskFiles.Plan(lab, target, new VhdSpecification
            {
                Path = $@"{folder}\{vmName}_{volume.DeviceId[0]}.vhd",
                SizeBytes = SizeOf(volume),
                VhdType = type,
            });
            plans.Add(VhdPlans.Identify(lab, plan with { FileSizeBytes = LengthOf(plan, volume) }, plans.Count));
        }

        VhdPlans.DemandRoom(lab, plans);
        return plans;
    }

    /// <summary>How much room the disks of volumes take at most.</summary>
    public static long RoomFor(IReadOnlyList<SourceVolume> volumes, bool isFixed) => volumes.Sum(volume =>
        isFixed ? SizeOf(volume) + Megabyte : Math.Min(SizeOf(volume), volume.UsedBytes) + DynamicOverheadBytes);

    /// <summary>Writes a planned disk with a place for all that is in use, and what the machine boots from.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="plan">The disk.</param>
    /// <param name="volume">The volume that it is made of.</param>
    /// <param name="system">What is installed on it; null for a disk of data.</param>
    /// <param name="ledger">The ledger that is kept on it.</param>
    /// <param name="signature">The number by which Windows knows the disk.</param>
    /// <returns>The length of the file in bytes.</returns>
    public static long Write(
        LabState lab,
        VhdPlan plan,
        SourceVolume volume,
        GuestSystemRecord? system,
        LedgerShape ledger,
        uint signature) =>
        VirtualDiskFiles.Write(lab, plan, (file, creation, _) =>
        {
            DiskPlacement.Create(file, creation, volume.UsedBytes);
            if (system is not null)
            {
                using VirtualDisk disk = VirtualDisk.Open(new BorrowedDiskFile(file));
                GuestSystem.Install(disk, system, signature);
                new LedgerContent(ledger).Format(disk, flushEvery: 0);
                disk.Flush();
            }
        });

    /// <summary>How the ledger of a server lies on its disk.</summary>
    public static LedgerShape LedgerOf(PhysicalServer server) =>
        new(server.WorkSeed, WorkloadSettings.Accounts, WorkloadSettings.Slots);

    private static long SizeOf(SourceVolume volume)
    {
        long boot = volume.IsSystem ? StorageSettings.SystemReservedBytes : 0;
        long size = volume.SizeBytes + boot + (2 * StorageSettings.PartitionAlignmentBytes);
        return (size + Megabyte - 1) / Megabyte * Megabyte;
    }

    private static long LengthOf(VhdPlan plan, SourceVolume volume)
    {
        long length = plan.FileSizeBytes;
        if (plan.Shape.Type == VhdType.Dynamic)
        {
            new DiskRoom
            {
                Format = plan.Shape.Format,
                BlockSizeBytes = plan.Shape.BlockSizeBytes,
                BlocksPerBitmap = 0,
                Taken = [],
                Bitmaps = [],
            }.With(0, volume.UsedBytes, ref length);
        }

        return length;
    }
}
