using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Compute;

/// <summary>What a migration refuses or fails with.</summary>
internal static class MigrationErrors
{
    public static readonly LabError Busy = new(
        "MigrationBusy", "OperationFailed", LabErrorCategory.ResourceBusy,
        "Live migration of '{0}' failed: {1} is taking part in another live migration. "
            + "The requested resource is in use. Wait until it has ended.", unchecked((int)0x800700AA));

    public static readonly LabError SameHost = new(
        "MigrationSameHost", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is on {1} already. Name another host.");

    public static readonly LabError WrongState = new(
        "MigrationWrongState", "InvalidState", LabErrorCategory.InvalidOperation,
        "'{0}' cannot be migrated live while it is {1}: only a running virtual machine can.");

    public static readonly LabError QuickWrongState = new(
        "MigrationQuickWrongState", "InvalidState", LabErrorCategory.InvalidOperation,
        "'{0}' cannot be migrated while it is {1}.");

    public static readonly LabError NoLiveMigration = new(
        "MigrationNotInEdition", "OperationFailed", LabErrorCategory.NotInstalled,
        "{0} runs {1}, which has no live migration. Move '{2}' by quick migration.");

    public static readonly LabError VendorDiffers = new(
        "MigrationVendorDiffers", "OperationFailed", LabErrorCategory.InvalidOperation,
        "'{0}' cannot go to {1}: the processors of {2} are {3} and those of {1} are {4}.");

    public static readonly LabError GenerationDiffers = new(
        "MigrationGenerationDiffers", "OperationFailed", LabErrorCategory.InvalidOperation,
        "'{0}' cannot go to {1}: its processors lack features that the machine uses. "
            + "Turn it off and set CompatibilityForMigrationEnabled on its processor.");

    public static readonly LabError SwitchMissing = new(
        "MigrationSwitchMissing", "OperationFailed", LabErrorCategory.ObjectNotFound,
        "'{0}' cannot go to {1}: that host has no virtual switch '{2}'.");

    public static readonly LabError DiskMissing = new(
        "MigrationDiskMissing", "OperationFailed", LabErrorCategory.ObjectNotFound,
        "'{0}' cannot go to {1}: '{2}' is not on storage that both hosts reach.");

    public static readonly LabError ImageMissing = new(
        "MigrationImageMissing", "OperationFailed", LabErrorCategory.ObjectNotFound,
        "Virtual machine migration operation for '{0}' failed at migration destination '{1}'. Attachment '{2}' failed "
            + "to open because of error: 'The system cannot find the path specified.' Take the image out of the DVD "
            + "drive (Set-LabVMDvdDrive -Path $null), or take it from storage that both hosts reach.",
        unchecked((int)0x80070003));

    public static readonly LabError SubnetDiffers = new(
        "MigrationSubnetDiffers", "OperationFailed", LabErrorCategory.ConnectionError,
        "'{0}' cannot go to {1}: {2} and {1} have no network in common.");

    public static readonly LabError NotConnected = new(
        "MigrationNotConnected", "OperationFailed", LabErrorCategory.ConnectionError,
        "Live migration of '{0}' failed: {1} cannot establish a connection with {2}. The connected party did not "
            + "respond. Look at the cables and switches between them.", unchecked((int)0x8007274C));

    public static readonly LabError TargetLeft = new(
        "MigrationTargetLeft", "OperationFailed", LabErrorCategory.ResourceUnavailable,
        "Live migration of '{0}' failed: the Cluster service of {1} stops. "
            + "The virtual machine goes on running where it was.");

    public static readonly LabError DisksLost = new(
        "MigrationDisksLost", "OperationFailed", LabErrorCategory.ResourceUnavailable,
        "The migration of '{0}' failed because its virtual hard disks cannot be reached any more.");

    public static readonly LabError NetworkLost = new(
        "MigrationNetworkLost", "OperationFailed", LabErrorCategory.ConnectionError,
        "Live migration of '{0}' failed: {1} could not send data to {2}. The connection was lost. "
            + "The virtual machine goes on running on {1}.", unchecked((int)0x80072746));

    public static readonly LabError NotEnoughMemory = new(
        "MigrationNotEnoughMemory", "OutOfMemory", LabErrorCategory.ResourceUnavailable,
        "'{0}' cannot go to {1}: it needs {2} MB of memory and {1} has {3} MB available.");

    public static readonly LabError HostLost = new(
        "MigrationHostLost", "OperationFailed", LabErrorCategory.ConnectionError,
        "The migration of '{0}' failed: {1} stopped.");
}
