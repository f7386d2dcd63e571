using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Storage;

/// <summary>What is refused about files of volumes and the shares in which others see them.</summary>
internal static class FileErrors
{
    public static readonly LabError ContentWrong = new(
        "FileContentWrong", "InvalidParameter", LabErrorCategory.InvalidData,
        "What is to become '{0}' is no packed file of this computer, or its bytes are not those of its digest.");

    public static readonly LabError ContentNotCarried = new(
        "FileContentNotCarried", "OperationFailed", LabErrorCategory.ObjectNotFound,
        "The bytes of '{0}' were too many for the journal, which has only their digest. Copy the file again.");

    public static readonly LabError ContentChanged = new(
        "FileContentChanged", "OperationFailed", LabErrorCategory.InvalidData,
        "'{0}' was changed while it was copied. Copy it again.");

    public static readonly LabError ParentStaysBehind = new(
        "DiskParentStaysBehind", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is a differencing disk, and its parent would stay behind. Make it one disk with Convert-LabVHD first.");

    public static readonly LabError FileOfVM = new(
        "FileOfVM", "OperationFailed", LabErrorCategory.ResourceBusy,
        "'{0}' belongs to a virtual machine, which uses it.", unchecked((int)0x80070020));

    public static readonly LabError FileWithoutBytes = new(
        "FileWithoutBytes", "InvalidOperation", LabErrorCategory.InvalidOperation,
        "The lab knows that '{0}' is there, but keeps no bytes of it.");

    public static readonly LabError NoSuchFile = new(
        "NoSuchStoredFile", "ObjectNotFound", LabErrorCategory.ObjectNotFound,
        "Cannot find path '{0}' because it does not exist.");

    public static readonly LabError ShareName = new(
        "ShareName", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be the name of a share: give 1 to 80 characters without separators and wildcards.");

    public static readonly LabError ShareExists = new(
        "ShareExists", "Windows System Error 2118", LabErrorCategory.ResourceExists,
        "The name has already been shared: {1} has a share {0}.", unchecked((int)0x80070846));

    public static readonly LabError NoSuchShare = new(
        "NoSuchShare", "CmdletizationQuery_NotFound_Name", LabErrorCategory.ObjectNotFound,
        "No share named '{0}' was found. New-LabSmbShare makes one of a folder.");

    public static readonly LabError SharePath = new(
        "SharePath", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is no path of a share. Give one such as \\\\LIB1\\Library.");

    public static readonly LabError ShareNotFound = new(
        "ShareNotFound", "OperationFailed", LabErrorCategory.ObjectNotFound,
        "The network path '{0}' was not found: no computer of the lab has that share.", unchecked((int)0x80070035));
}
