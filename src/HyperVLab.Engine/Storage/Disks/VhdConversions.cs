using HyperVLab.Disks;

namespace HyperVLab.Engine.Storage;

/// <summary>Says what comes of a disk that is converted.</summary>
internal static class VhdConversions
{
    /// <summary>Completes a wish with what the source is.</summary>
    /// <param name="source">The source.</param>
    /// <param name="wish">What was asked for; a type of Unknown leaves it to the source.</param>
    public static VhdSpecification Specify(VhdShape source, VhdSpecification wish)
    {
        VhdFormatRules rules = VhdFormatRules.Of(wish.Path);
        return wish with
        {
            VhdType = wish.VhdType != VhdType.Unknown ? wish.VhdType
                : wish.ParentPath is not null ? VhdType.Differencing
                : source.Type == VhdType.Differencing || source.Format == VhdFormat.Raw ? VhdType.Dynamic
                : source.Type,
            SizeBytes = source.SizeBytes,
            LogicalSectorSizeBytes = source.LogicalSectorSizeBytes,

            // As Hyper-V does: only Set-VHD gives a disk that was a VHD the sectors of a VHDX. A VHD has no others.
            PhysicalSectorSizeBytes = Math.Min(source.PhysicalSectorSizeBytes, rules.LargestSectorSizeBytes),
        };
    }
}
