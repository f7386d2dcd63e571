using HyperVLab.Disks;
using HyperVLab.Disks.Operations;
using HyperVLab.Disks.P2V;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// Converts disks of physical computers, given as images or as devices of this computer, into virtual hard disks. The
/// source is only read; a kill or a cancellation leaves nothing under the new disk's name.
/// </summary>
public static class LocalP2V
{
    /// <summary>Says what a conversion would do. Nothing is written.</summary>
    /// <param name="path">The full path of the image, or the device.</param>
    /// <param name="format">Raw for a raw image of any name; else files say themselves what they are.</param>
    /// <param name="wish">What the new disk is to be.</param>
    /// <param name="options">How it is converted.</param>
    /// <param name="work">Whom to tell, and whether to stop.</param>
    /// <exception cref="LabException">It cannot be converted, or this computer refused.</exception>
    public static P2VReport Plan(
        string path, VhdFormat format, VhdSpecification wish, P2VOptions options, DiskWork work)
    {
        Demand(path, wish);
        using OpenedDisk source = LocalDiskReader.Open(path, ".", format);
        _ = CreationOf(source.Disk, wish, Guid.Empty, DateTimeOffset.UnixEpoch);
        return Complete(path, Plan(path, source.Disk, options, work).Report);
    }

    /// <summary>Converts a disk.</summary>
    /// <param name="path">The full path of the image, or the device.</param>
    /// <param name="format">Raw for a raw image of any name; else files say themselves what they are.</param>
    /// <param name="wish">What the new disk is to be; a type of Unknown becomes dynamic.</param>
    /// <param name="options">How it is converted.</param>
    /// <param name="identifier">The new disk's identifier, never used before.</param>
    /// <param name="created">When it is made.</param>
    /// <param name="work">Whom to tell, and whether to stop.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="LabException">It cannot be converted, or this computer refused.</exception>
    public static P2VReport Convert(
        string path,
        VhdFormat format,
        VhdSpecification wish,
        P2VOptions options,
        Guid identifier,
        DateTimeOffset created,
        DiskWork work)
    {
        Demand(path, wish);
        using OpenedDisk source = LocalDiskReader.Open(path, ".", format);
        DiskCreation creation = CreationOf(source.Disk, wish, identifier, created);
        P2VPlan plan = Plan(path, source.Disk, options, work);
        DiskReading.Change(
            path,
            VhdErrors.ChangeFailed,
            () => DiskFiles.Create(wish.Path, file => plan.Write(file, creation, work), work));
        return Complete(path, plan.Report);
    }

    private static void Demand(string path, VhdSpecification wish)
    {
        LocalDiskOperations.Demand(path);
        _ = VhdFormatRules.Of(wish.Path);
        LocalPaths.DemandNew(wish.Path);
    }

    private static DiskCreation CreationOf(
        VirtualDisk source, VhdSpecification wish, Guid identifier, DateTimeOffset created) =>
        LocalDiskOperations.CreationOf(
            source,
            wish.VhdType == VhdType.Unknown ? wish with { VhdType = VhdType.Dynamic } : wish,
            identifier,
            created);

    private static P2VPlan Plan(string path, VirtualDisk source, P2VOptions options, DiskWork work)
    {
        try
        {
            return DiskReading.Of(path, () => P2VPlan.Make(source, options, work));
        }
        catch (P2VException refusal)
        {
            throw VhdErrors.P2VRefused.For(path, path, refusal.Message);
        }
    }

    // What is written meanwhile is in the copy or not, in any order.
    private static P2VReport Complete(string path, P2VReport report) =>
        LocalDiskFile.IsDevice(path) && DeviceMounts.Of(path) is { Count: > 0 } mounted
            ? report with
            {
                Warnings =
                [
                    $"{path} is in use ({string.Join(", ", mounted)}): what is written meanwhile may be half in the "
                    + "copy. Unmount it, or copy a snapshot.",
                    .. report.Warnings,
                ],
            }
            : report;
}
