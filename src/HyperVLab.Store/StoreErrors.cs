using HyperVLab.Engine.Requests;

namespace HyperVLab.Store;

/// <summary>What the store refuses.</summary>
internal static class StoreErrors
{
    public static readonly LabError NoLab = new(
        "NoStoredLab", "NoStoredLab", LabErrorCategory.ObjectNotFound,
        "There is no lab in '{0}'. Give the folder that New-Lab -Path made; it holds a file lab.db.");

    public static readonly LabError LabThere = new(
        "StoredLabThere", "StoredLabThere", LabErrorCategory.ResourceExists,
        "There is a lab in '{0}' already. Open it with Open-Lab, or give another folder.");

    public static readonly LabError InUse = new(
        "StoredLabInUse", "StoredLabInUse", LabErrorCategory.ResourceBusy,
        "The lab in '{0}' is open in another process. Close it there (Close-Lab) first: only one writes a lab.");

    public static readonly LabError TooNew = new(
        "StoredLabTooNew", "StoredLabTooNew", LabErrorCategory.InvalidData,
        "The lab in '{0}' was kept by a later version of HyperVLab (form {1}, and this one knows {2}). "
        + "Nothing was changed; update the module to open it.");

    public static readonly LabError Damaged = new(
        "StoredLabDamaged", "StoredLabDamaged", LabErrorCategory.InvalidData,
        "The lab in '{0}' is damaged: {1} Restore-Lab -Path goes back to one of its "
        + "checkpoints; without one, copy the folder from a backup.");

    public static readonly LabError Differs = new(
        "StoredLabDiffers", "StoredLabDiffers", LabErrorCategory.InvalidData,
        "The lab in '{0}' was not closed, and going on from its last image does not lead where it was: {1} "
        + "Was it another version of HyperVLab that kept it? Open and close it once with that version. "
        + "Nothing was changed.");

    public static readonly LabError NotKept = new(
        "StoredLabNotKept", "StoredLabNotKept", LabErrorCategory.DeviceError,
        "What was done could not be kept in '{0}': {1} The lab stays as it was kept before; close it, make room, "
        + "and open it again.");
}
