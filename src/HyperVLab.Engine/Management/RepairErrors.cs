using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management;

/// <summary>What is refused of settling virtual machines whose jobs failed. The numbers are ours.</summary>
internal static class RepairErrors
{
    public static readonly LabError OneWay = new(
        "RepairOneWay", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Give one of -Retry, -Undo and -Dismiss.");

    public static readonly LabError NothingFailed = new(
        "RepairNothingFailed", "InvalidState", LabErrorCategory.InvalidOperation,
        "No job that made, moved or used up the virtual machine {0} has failed, so there is nothing to repair.");

    public static readonly LabError NothingToKeep = new(
        "RepairNothingToKeep", "InvalidState", LabErrorCategory.InvalidOperation,
        "Nothing of the virtual machine {0} is there yet that could be kept. Let its job go on with -Retry, or give it "
        + "up with -Undo.");
}
