using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Faults;

/// <summary>What is refused about faults.</summary>
internal static class FaultErrors
{
    public static readonly LabError NoSuchFault = new(
        "NoSuchFault", "InvalidParameter", LabErrorCategory.ObjectNotFound,
        "There is no fault '{0}' in this lab. Get-LabFault lists them.");

    public static readonly LabError NameNotUsable = new(
        "FaultNameNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be the name of a fault: it takes 1 to 64 characters, none of them * ? [ ] or a control "
        + "character.");

    public static readonly LabError NameTaken = new(
        "FaultNameTaken", "InvalidParameter", LabErrorCategory.ResourceExists,
        "There is a fault of the name '{0}' already.");

    public static readonly LabError TargetNeeded = new(
        "FaultTargetNeeded", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A fault of the kind {0} needs -{1}.");

    public static readonly LabError TargetNotTaken = new(
        "FaultTargetNotTaken", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A fault of the kind {0} takes no -{1}: it takes -{2}.");

    public static readonly LabError OneComputer = new(
        "FaultOneComputer", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A fault of the kind {0} befalls something of one computer: give one -ComputerName.");

    public static readonly LabError NoSuchPath = new(
        "FaultNoSuchPath", "InvalidParameter", LabErrorCategory.ObjectNotFound,
        "No storage path leads there. Get-LabStoragePath lists the paths.");

    public static readonly LabError NotPlugged = new(
        "FaultPortNotPlugged", "InvalidParameter", LabErrorCategory.InvalidOperation,
        "The adapter '{0}' is plugged into no switch, so no port can fail it.");

    public static readonly LabError MomentIsPast = new(
        "FaultMomentIsPast", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "The moment is past: it is {0} now.");

    public static readonly LabError SeveralTriggers = new(
        "FaultSeveralTriggers", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "One thing lets a fault begin: give only one of -At, -OnStep, -OnLog, -RatePerHour and -Armed.");

    public static readonly LabError TriggerNeeded = new(
        "FaultTriggerNeeded", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "-{0} needs {1}.");

    public static readonly LabError TriggerNotPossible = new(
        "FaultTriggerNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A fault cannot begin with {0} = {1}: it takes {2}.");

    public static readonly LabError DurationNotPossible = new(
        "FaultDurationNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "The duration must be longer than nothing.");

    public static readonly LabError LossNotPossible = new(
        "FaultLossNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "The loss is a part of a hundred frames, 1 to 100, and not {0}.");

    public static readonly LabError DelayNotPossible = new(
        "FaultDelayNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "The delay must be longer than nothing, and at most {0} s.");

    public static readonly LabError ErrorsNotPossible = new(
        "FaultErrorsNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "The transfers that fail are a part of a hundred, 1 to 100, and not {0}.");

    public static readonly LabError WritesNotPossible = new(
        "FaultWritesNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "There is no write number {0}: the first that comes is 1.");

    public static readonly LabError LunOrArray = new(
        "FaultLunOrArray", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A fault of the kind {0} befalls logical units or all of an array: give -Lun or -StorageArray, one of them.");

    public static readonly LabError LunIsBuiltIn = new(
        "FaultLunIsBuiltIn", "InvalidParameter", LabErrorCategory.InvalidOperation,
        "The disk '{0}' is built into the computer that runs from it: to lose it is a fault of the kind HostCrash.");

    public static readonly LabError OnBothSides = new(
        "FaultOnBothSides", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} cannot stand in -ComputerName and in -ToComputerName.");

    public static readonly LabError EndsByItself = new(
        "FaultEndsByItself", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A fault of the kind {0} is over by itself: it takes no -Duration.");

    public static readonly LabError IsActive = new(
        "FaultIsActive", "InvalidState", LabErrorCategory.InvalidOperation,
        "The fault '{0}' is going on already. Remove-LabFault repairs it.");
}
