using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management;

/// <summary>What Virtual Machine Manager refuses or fails with of DVD drives. Ids and texts are ours.</summary>
internal static class DriveErrors
{
    public static readonly LabError DriveGone = new(
        "VirtualDVDDriveGone", "801", LabErrorCategory.ObjectNotFound,
        "VMM cannot find the virtual DVD drive of '{0}' on {1}, which was to get an image: the drive was removed, or "
        + "the virtual machine moved. Stop the job, and insert the image again.");

    public static readonly LabError ImageGone = new(
        "VirtualDVDImageGone", "2904", LabErrorCategory.ObjectNotFound,
        "The image that was to become '{0}' is not in the library any more.");

    public static readonly LabError NothingToChange = new(
        "VirtualDVDNothingSaid", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Give an image with -ISO or take out what is in the drive with -NoMedia, one of them; -Link goes with -ISO.");
}
