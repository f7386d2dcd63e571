using System.Globalization;
using HyperVLab.Disks;

namespace HyperVLab.Engine.Storage;

/// <summary>Decides what size a disk gets that somebody resizes.</summary>
/// <param name="Path">The disk's path as it was given.</param>
/// <param name="SizeBytes">The size that was asked for; null for the smallest that the disk can have.</param>
/// <param name="AllowVhdShrink">Whether a VHD may become smaller, which the real system never does.</param>
internal sealed record VhdResizing(string Path, long? SizeBytes, bool AllowVhdShrink)
{
    /// <summary>The size that the disk gets.</summary>
    /// <param name="disk">The disk.</param>
    /// <param name="smallest">Says how small it can become; asked only where that matters.</param>
    /// <exception cref="Engine.Requests.LabException">It cannot have that size.</exception>
    public long Decide(VhdShape disk, Func<long> smallest)
    {
        long size = SizeBytes ?? smallest();
        VhdShape.DemandSize(VhdFormatRules.Of(disk.Format), Path, size, disk.LogicalSectorSizeBytes);
        if (size >= disk.SizeBytes)
        {
            return size;
        }

        if (disk.Format == VhdFormat.VHD && !AllowVhdShrink)
        {
            throw VhdErrors.VhdShrinks.For(Path, Path);
        }

        long least = smallest();
        return size >= least
            ? size
            : throw VhdErrors.TooSmall.For(Path, Path, Text(size), Text(least));
    }

    private static string Text(long bytes) => bytes.ToString(CultureInfo.InvariantCulture);
}
