using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management;

/// <summary>What goes wrong with transfers, and what is refused about them.</summary>
internal static class TransferErrors
{
    public static readonly LabError NoSuchTransfer = new(
        "NoSuchTransfer", "ObjectNotFound", LabErrorCategory.ObjectNotFound,
        "There is no transfer {0}. Get-LabTransfer lists those that go on; one that has ended is listed no more.");

    public static readonly LabError WrongState = new(
        "TransferWrongState", "InvalidState", LabErrorCategory.InvalidOperation,
        "The transfer '{0}' is {1} and cannot be {2}.");

    public static readonly LabError JobHalted = new(
        "TransferJobHalted", "InvalidState", LabErrorCategory.InvalidOperation,
        "The transfer '{0}' belongs to a job that has failed or was stopped. Restart the job: Restart-LabJob.");

    public static readonly LabError Share = new(
        "TransferShare", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A transfer takes 1 to 100 percent of a link, or 0 for idle bandwidth only; {0} is neither.");

    public static readonly LabError Differencing = new(
        "TransferDifferencing", "InvalidOperation", LabErrorCategory.InvalidOperation,
        "'{0}' is a differencing disk, which is nothing without its parent. Merge it first.");

    public static readonly LabError SourceGone = new(
        "TransferSourceGone", "2940", LabErrorCategory.ObjectNotFound,
        "VMM is unable to complete the requested file transfer: the file of '{0}' is not on {1} any more.");

    public static readonly LabError ConnectionLost = new(
        "TransferConnectionLost", "2940", LabErrorCategory.ConnectionError,
        "VMM is unable to complete the requested file transfer. The connection to the HTTP server {0} could not be "
        + "established. Look whether it runs, its agent answers and a network leads from there to {1}.");

    public static readonly LabError VolumeLost = new(
        "TransferVolumeLost", "2940", LabErrorCategory.ResourceUnavailable,
        "VMM is unable to complete the requested file transfer: {0} does not get at the volume of '{1}'.");

    public static readonly LabError Differs = new(
        "TransferDiffers", "2940", LabErrorCategory.InvalidData,
        "VMM is unable to complete the requested file transfer: the checksum of '{0}' on {1} is not that of what was "
        + "to be sent. It was changed meanwhile.");

    public static readonly LabError NotKept = new(
        "TransferNotKept", "2940", LabErrorCategory.ResourceUnavailable,
        "VMM is unable to complete the requested file transfer: '{0}' cannot be written on {1}. {2}");

    public static readonly LabError Cancelled = new(
        "TransferCancelled", "2940", LabErrorCategory.OperationStopped,
        "The transfer '{0}' was stopped. Restart the job to send it anew.");
}
