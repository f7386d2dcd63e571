using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine;

/// <summary>What the frame itself refuses.</summary>
internal static class LabErrors
{
    public static readonly LabError AccessDenied = new(
        "AccessDenied", "AccessDenied", LabErrorCategory.PermissionDenied,
        "You do not have the required permission to complete this task. Contact the administrator of the lab.");

    public static readonly LabError MomentIsPast = new(
        "MomentIsPast", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Time only moves on. Give a moment that is not past.");

    public static readonly LabError NoSuchJob = new(
        "NoSuchJob", "InvalidParameter", LabErrorCategory.ObjectNotFound,
        "There is no such job. Get-LabJob lists the lab's jobs.");

    public static readonly LabError NotFound = new(
        "NotFound", "ObjectNotFound", LabErrorCategory.ObjectNotFound,
        "Nothing of the name '{0}' was found. Check the spelling, or list what there is.");

    public static readonly LabError JobHasEnded = new(
        "JobHasEnded", "InvalidState", LabErrorCategory.InvalidOperation,
        "The job {0} has ended already, so there is nothing to stop.");

    public static readonly LabError JobHasNotFailed = new(
        "JobHasNotFailed", "InvalidState", LabErrorCategory.InvalidOperation,
        "The job {0} is {1}: only one that failed or was stopped can be restarted.");

    public static readonly LabError JobCannotRestart = new(
        "JobCannotRestart", "InvalidState", LabErrorCategory.InvalidOperation,
        "The job {0} left nothing that could go on: make the request again. Jobs of Virtual Machine Manager can be "
        + "restarted.");

    public static readonly LabError NothingEndsTheWait = new(
        "NothingEndsTheWait", "OperationFailed", LabErrorCategory.InvalidOperation,
        "{0} waits for something that nothing in the lab's queue can bring about, so waiting longer would not end it.");

    public static readonly LabError LabFileDamaged = new(
        "LabFileDamaged", "InvalidData", LabErrorCategory.InvalidData,
        "This is not a lab file that can be read: {0} Export the lab again, or take an earlier copy.");

    public static readonly LabError JournalDamaged = new(
        "JournalDamaged", "InvalidData", LabErrorCategory.InvalidData,
        "This is not a journal that can be replayed: {0} Export the journal again, or take an earlier copy.");

    public static readonly LabError LabHasDefect = new(
        "LabHasDefect", "OperationFailed", LabErrorCategory.InvalidOperation,
        "A defect of HyperVLab left this lab half changed: {0} It can be read, and Export-LabJournal shows what led "
        + "there; go on with an earlier export of it.");
}
