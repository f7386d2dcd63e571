using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Compute;

/// <summary>What is refused about workloads.</summary>
internal static class WorkloadErrors
{
    public static readonly LabError NoSuchWorkload = new(
        "NoSuchWorkload", "ObjectNotFound", LabErrorCategory.ObjectNotFound,
        "'{0}' has no workload. Start-LabWorkload gives it one.");

    public static readonly LabError NotPossible = new(
        "WorkloadFiguresNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}': a workload takes a rate of 1 to 1000000 operations a second, a flush after each 1 to 1000000 of them, "
            + "2 to 56 accounts and 2 to 1000 transfers a round. A fill, and no other, takes a size of at least 1 MB.");

    public static readonly LabError GuestNotThere = new(
        "WorkloadGuestNotThere", "InvalidState", LabErrorCategory.InvalidOperation,
        "A workload is started in a guest that runs, or set up in a virtual machine that is off, to begin with its "
            + "guest each time: '{0}' is {1}.");

    public static readonly LabError NoDisk = new(
        "WorkloadWithoutDisk", "InvalidState", LabErrorCategory.InvalidOperation,
        "'{0}' has no such hard disk drive for the workload to write to.");

    public static readonly LabError NoArea = new(
        "WorkloadWithoutArea", "InvalidOperation", LabErrorCategory.InvalidOperation,
        "'{1}' has no room for what '{0}' would write: it needs 4 MB, a fill one more, on a disk on which "
            + "Install-LabGuestOS has installed a system, or on a disk without any partition. What others wrote is "
            + "left alone.");

    public static readonly LabError FillNeedsFile = new(
        "WorkloadFillNeedsFile", "InvalidOperation", LabErrorCategory.InvalidOperation,
        "'{0}' has '{1}' whole: a fill shows how a virtual hard disk grows, and that cannot. Give it a ledger.");

    public static readonly LabError NotOnDisk = new(
        "WorkloadNotOnDisk", "ObjectNotFound", LabErrorCategory.ObjectNotFound,
        "Nothing on '{0}' was written by a workload.");
}
