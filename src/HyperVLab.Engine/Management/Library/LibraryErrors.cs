using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management;

/// <summary>What the library refuses or fails with. The ids are Virtual Machine Manager's error numbers.</summary>
internal static class LibraryErrors
{
    public static readonly LabError ServerExists = new(
        "LibraryServerExists", "404", LabErrorCategory.ResourceExists,
        "{0} is a library server of {1} already.");

    public static readonly LabError NoSuchServer = new(
        "NoSuchLibraryServer", "801", LabErrorCategory.ObjectNotFound,
        "VMM cannot find the library server {0}. Add one with Add-LabLibraryServer.");

    public static readonly LabError ServerSystem = new(
        "LibraryServerSystem", "10418", LabErrorCategory.NotInstalled,
        "{0} cannot be a library server: {1} is no full Windows Server. Take a computer with an edition of Windows "
        + "Server.");

    public static readonly LabError ServerInUse = new(
        "LibraryServerInUse", "3105", LabErrorCategory.ResourceBusy,
        "The library server {0} cannot be removed: {1} on it is needed by {2}. Remove what depends on it first.");

    public static readonly LabError NoSuchShare = new(
        "NoSuchLibraryShare", "801", LabErrorCategory.ObjectNotFound,
        "VMM cannot find the library share {0}. Get-LabLibraryShare lists those that there are.");

    public static readonly LabError ShareExists = new(
        "LibraryShareExists", "3122", LabErrorCategory.ResourceExists,
        "{0} is a library share already.");

    public static readonly LabError ShareOfNoServer = new(
        "LibraryShareOfNoServer", "3106", LabErrorCategory.ObjectNotFound,
        "The computer of {0} is no library server. Add it with Add-LabLibraryServer first.");

    public static readonly LabError ShareInUse = new(
        "LibraryShareInUse", "3105", LabErrorCategory.ResourceBusy,
        "The library share {0} cannot be removed: {1} in it is needed by {2}. Remove what depends on it first.");

    public static readonly LabError MachineStored = new(
        "LibraryMachineStored", "3105", LabErrorCategory.ResourceBusy,
        "{0} cannot be removed: the virtual machine {1} is stored there. Deploy it with Move-LabVM -VMHost, or remove "
        + "it first.");

    public static readonly LabError ShareBusy = new(
        "LibraryShareBusy", "2606", LabErrorCategory.ResourceBusy,
        "Unable to perform the job because the library share {0} is locked by another job. Wait for that job, or "
        + "stop it.");

    public static readonly LabError ShareGone = new(
        "LibraryShareGone", "2901", LabErrorCategory.ResourceUnavailable,
        "The library share {0} cannot be read: {1} Share the folder again, or remove the library share.");

    public static readonly LabError NoSuchResource = new(
        "NoSuchLibraryResource", "801", LabErrorCategory.ObjectNotFound,
        "VMM cannot find the library resource {0}. Read-LabLibraryShare finds what was put into a share by hand.");

    public static readonly LabError ResourceKind = new(
        "LibraryResourceKind", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} in the library is a {1}, not a {2}.");

    public static readonly LabError ResourceInUse = new(
        "LibraryResourceInUse", "3105", LabErrorCategory.ResourceBusy,
        "{0} cannot be removed because it is needed by {1}. Get-LabDependentLibraryResource lists what depends on it; "
        + "-Force removes it all the same.");

    public static readonly LabError ResourceMissing = new(
        "LibraryResourceMissing", "2904", LabErrorCategory.ObjectNotFound,
        "The library resource {0} is missing: its file is not at {1} any more. Put it there again and refresh the "
        + "share, or take another.");

    public static readonly LabError WhichShare = new(
        "WhichLibraryShare", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "The library has no share, or several. Say which one is meant with -SharePath.");

    public static readonly LabError TextWrong = new(
        "LibraryText", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot stand there: give 1 to 256 characters without control characters.");

    public static readonly LabError EmptySourcePath = new(
        "LibraryImportPlace", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is no path of a file in a library share. Give the share with the file's name, such as "
        + "\\\\LIB1\\Library\\tools.iso.");
}
