using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Storage;

/// <summary>What is refused about the letters and folders under which volumes are shown.</summary>
internal static class AccessPathErrors
{
    public static readonly LabError HasAccessPath = new(
        "HasAccessPath", "InvalidOperation", LabErrorCategory.ResourceExists,
        "{0} shows that volume as {1} already. Remove-LabPartitionAccessPath takes that away first.");

    public static readonly LabError PathOrLetter = new(
        "AccessPathOrLetter", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Give either -AccessPath or -AssignDriveLetter.");

    public static readonly LabError FolderRefused = new(
        "AccessPathRefused", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} cannot show a volume in {1}: {2}");

    public static readonly LabError NotItsPath = new(
        "AccessPathNotFound", "ObjectNotFound", LabErrorCategory.ObjectNotFound,
        "{0} does not show that volume as {1}.");
}
