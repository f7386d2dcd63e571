using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Compute.Integration;

/// <summary>What is refused about integration services.</summary>
internal static class IntegrationErrors
{
    private const int DeviceNotReady = unchecked((int)0x80070015);

    public static readonly LabError NoSuchService = new(
        "NoSuchIntegrationService", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "There is no integration service named '{0}' on the virtual machine's host. Get-LabVMIntegrationService lists "
            + "those that there are; the Guest Service Interface came with Windows Server 2012 R2, and "
            + "Virtual Server 2005 R2 has no integration services.");

    public static readonly LabError NoneInGuest = new(
        "NoIntegrationServicesInGuest", "OperationFailed", LabErrorCategory.ResourceUnavailable,
        "'{0}' cannot be shut down: the device is not ready for use. Its guest, {1}, has no integration services. "
            + "Install them with Install-LabGuestIntegrationService, or stop it with -TurnOff.",
        DeviceNotReady);

    public static readonly LabError ShutdownDisabled = new(
        "ShutdownServiceDisabled", "OperationFailed", LabErrorCategory.ResourceUnavailable,
        "'{0}' cannot be shut down: the device is not ready for use. Its integration service Shutdown is disabled. "
            + "Enable it with Enable-LabVMIntegrationService, or stop it with -TurnOff.",
        DeviceNotReady);

    public static readonly LabError NoSystem = new(
        "NoSystemForIntegrationServices", "InvalidState", LabErrorCategory.InvalidOperation,
        "'{0}' has no operating system on its boot disk that integration services could be installed in. "
            + "Install-LabGuestOS installs one.");

    public static readonly LabError NotSupported = new(
        "IntegrationServicesNotSupported", "OperationFailed", LabErrorCategory.NotInstalled,
        "The setup disk of {0} has no integration services for {1}.");

    public static readonly LabError NoSetupDisk = new(
        "NoIntegrationServicesDisk", "OperationFailed", LabErrorCategory.NotInstalled,
        "{0} runs {1}, which has no setup disk for integration services any more: "
            + "its guests get them by Windows Update.");

    public static readonly LabError UpToDate = new(
        "IntegrationServicesUpToDate", "InvalidState", LabErrorCategory.InvalidOperation,
        "'{0}' has integration services of version {1} already, and the setup disk of {2} has {3}.");

    public static readonly LabError GuestNotReady = new(
        "GuestNotReadyForSetup", "InvalidState", LabErrorCategory.InvalidOperation,
        "Integration services are installed in a guest that runs, or in a machine that is off: '{0}' is {1} and "
            + "its guest {2}.");
}
