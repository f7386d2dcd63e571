using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Compute;

/// <summary>What virtual machines refuse.</summary>
internal static class VMErrors
{
    public static readonly LabError NoSuchVM = new(
        "NoSuchVM", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Hyper-V was unable to find a virtual machine with name \"{0}\". Get-LabVM lists the virtual machines.");

    public static readonly LabError WrongState = new(
        "VMWrongState", "InvalidState", LabErrorCategory.InvalidOperation,
        "The operation cannot be performed while the virtual machine '{0}' is in its current state ({1}).");

    public static readonly LabError Busy = new(
        "VMBusy", "InvalidState", LabErrorCategory.ResourceBusy,
        "'{0}' is being changed by another operation ({1}). Wait until it has ended.");

    public static readonly LabError MustBeOff = new(
        "VMMustBeOff", "InvalidState", LabErrorCategory.InvalidOperation,
        "'{0}' is {1}. {2} can be changed only while it is off.");

    public static readonly LabError NotEnoughMemory = new(
        "VMNotEnoughMemory", "OutOfMemory", LabErrorCategory.ResourceUnavailable,
        "'{0}' failed to start. Not enough memory in the system to start the virtual machine {0}: "
            + "it needs {1} MB and {2} has {3} MB available. Reduce its memory or stop other machines.");

    public static readonly LabError TooManyProcessors = new(
        "VMTooManyProcessors", "OutOfMemory", LabErrorCategory.LimitsExceeded,
        "'{0}' failed to start. Its {1} virtual processors do not fit: {2} runs {3} of at most {4}.");

    public static readonly LabError TooManyRunning = new(
        "VMTooManyRunning", "OperationFailed", LabErrorCategory.LimitsExceeded,
        "'{0}' failed to start. {1} runs {2} virtual machines, the most that {3} takes.");

    public static readonly LabError TooManyProcessorsForHost = new(
        "VMTooManyProcessorsForHost", "OperationFailed", LabErrorCategory.LimitsExceeded,
        "'{0}' failed to start. It has {1} virtual processors and {2} has only {3} logical processors.");

    public static readonly LabError DiskMissing = new(
        "VMDiskMissing", "ObjectNotFound", LabErrorCategory.ObjectNotFound,
        "'{0}' failed to start. The virtual hard disk '{1}' cannot be opened on {2}: {3}", unchecked((int)0x80070002));

    public static readonly LabError SwitchMissing = new(
        "VMSwitchMissing", "OperationFailed", LabErrorCategory.ObjectNotFound,
        "'{0}' failed to start. {1} has no virtual switch '{2}'. Connect the adapter elsewhere or make that switch.");

    public static readonly LabError NoShutdown = new(
        "VMNoShutdown", "OperationFailed", LabErrorCategory.ResourceUnavailable,
        "'{0}' cannot be shut down: the device is not ready for use. Its integration services do not answer ({1}). "
            + "Wait until its guest runs, or stop it with -TurnOff.", unchecked((int)0x80070015));

    public static readonly LabError TurnedOff = new(
        "VMTurnedOff", "OperationFailed", LabErrorCategory.OperationStopped,
        "'{0}' was turned off before the operation ended.");

    public static readonly LabError HostStopped = new(
        "VMHostStopped", "OperationFailed", LabErrorCategory.ConnectionError,
        "The host of '{0}' stopped before the operation ended.");

    public static readonly LabError NoRoomForState = new(
        "VMNoRoomForState", "OperationFailed", LabErrorCategory.ResourceUnavailable,
        "'{0}' cannot be saved: there is not enough space on the disk for {1} MB of memory.",
        unchecked((int)0x80070070));
}
