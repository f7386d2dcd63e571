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
        "'{0}' is being changed by another operation ({1}). Wait until it has ended; Repair-LabVirtualMachine "
        + "settles what failed.");

    public static readonly LabError Stored = new(
        "VMStored", "InvalidState", LabErrorCategory.InvalidOperation,
        "'{0}' is stored in the library, and on no host. Move-LabVM -VMHost deploys it.");

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

    public static readonly LabError Quit = new(
        "VMQuit", "OperationFailed", LabErrorCategory.OperationStopped,
        "'{0}' has quit unexpectedly.");

    public static readonly LabError NoRoomForState = new(
        "VMNoRoomForState", "OperationFailed", LabErrorCategory.ResourceUnavailable,
        "'{0}' cannot be saved: there is not enough space on the disk for {1} MB of memory.",
        unchecked((int)0x80070070));

    public static readonly LabError EitherSaveOrTurnOff = new(
        "VMEitherSaveOrTurnOff", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A virtual machine is either saved or turned off. Give -Save or -TurnOff, not both.");

    public static readonly LabError NameNotUsable = new(
        "VMNameNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be the name of a virtual machine: it takes 1 to 100 characters, "
            + "none of them * ? [ ] \\ / : \" < > | or a control character.");

    public static readonly LabError NoSuchGeneration = new(
        "VMNoSuchGeneration", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "There is no generation {0} of virtual machines.");

    public static readonly LabError GenerationTooNew = new(
        "VMGenerationTooNew", "InvalidParameter", LabErrorCategory.NotInstalled,
        "Virtual machines of generation 2 came with Windows Server 2012 R2, and {0} runs {1}.");

    public static readonly LabError CriticalActionTooNew = new(
        "VMCriticalActionTooNew", "InvalidParameter", LabErrorCategory.NotInstalled,
        "What is done about virtual hard disks that are gone is set from Windows Server 2016 on, and {0} runs {1}.");

    public static readonly LabError CriticalTimeoutNotPossible = new(
        "VMCriticalTimeoutNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} is no time in minutes after which a virtual machine without its disks is turned off: it takes 1 to {1}.");

    public static readonly LabError GenerationNotModelled = new(
        "VMGenerationNotModelled", "InvalidParameter", LabErrorCategory.NotInstalled,
        "This version of HyperVLab models virtual machines of generation 1 only.");

    public static readonly LabError MemoryNotPossible = new(
        "VMMemoryNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot have {1} bytes of memory: it takes a multiple of 2 MB from {2} MB to {3} MB.");

    public static readonly LabError ProcessorsNotPossible = new(
        "VMProcessorsNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot have {1} virtual processors: on {2} a virtual machine takes 1 to {3}.");

    public static readonly LabError DelayNotPossible = new(
        "VMDelayNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} is no delay in seconds that a start can have: it takes 0 to 1000000000.");

    public static readonly LabError WorkloadNotPossible = new(
        "VMWorkloadNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A workload writes 0 to 1 TB in a second, to a working set of 0 bytes or more.");

    public static readonly LabError DiskSaidTwice = new(
        "VMDiskSaidTwice", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Give -NoVHD, or -VHDPath, or -NewVHDPath together with -NewVHDSizeBytes, and one of these only.");

    public static readonly LabError StateLost = new(
        "VMStateLost", "OperationFailed", LabErrorCategory.ResourceUnavailable,
        "The saved state of '{0}' is gone.");
}
