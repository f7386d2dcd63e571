using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management;

/// <summary>
/// What is refused about profiles, templates and deployment, and what fails there. The ids are error numbers of Virtual
/// Machine Manager's where they are known.
/// </summary>
internal static class TemplateErrors
{
    public static readonly LabError Processors = new(
        "ProfileProcessors", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A virtual machine has 1 to 64 processors, not {0}.");

    public static readonly LabError Memory = new(
        "ProfileMemory", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A virtual machine has 8 to 1048576 MB of memory, not {0}.");

    public static readonly LabError Name = new(
        "ProfileName", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be the name of a template or profile: give 1 to 64 characters without control characters.");

    public static readonly LabError NameExists = new(
        "ProfileNameExists", "826", LabErrorCategory.ResourceExists,
        "The library has a {1} named {0} already. Give another name.");

    public static readonly LabError NoSuchHardware = new(
        "NoSuchHardwareProfile", "801", LabErrorCategory.ObjectNotFound,
        "VMM cannot find the hardware profile {0}. Get-LabHardwareProfile lists those that there are.");

    public static readonly LabError NoSuchGuest = new(
        "NoSuchGuestOSProfile", "801", LabErrorCategory.ObjectNotFound,
        "VMM cannot find the guest OS profile {0}. Get-LabGuestOSProfile lists those that there are.");

    public static readonly LabError NoSuchTemplate = new(
        "NoSuchVMTemplate", "801", LabErrorCategory.ObjectNotFound,
        "VMM cannot find the template {0}. Get-LabVMTemplate lists those that there are.");

    public static readonly LabError NoSuchConfiguration = new(
        "NoSuchVMConfiguration", "801", LabErrorCategory.ObjectNotFound,
        "VMM cannot find the virtual machine configuration {0}. Get-LabVMConfiguration lists those that there are.");

    public static readonly LabError ConfigurationSource = new(
        "VMConfigurationSource", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "The configuration of '{0}' says its template. Give no template, disk or machine beside it.");

    public static readonly LabError ConfigurationHost = new(
        "VMConfigurationHost", "AccessDenied", LabErrorCategory.PermissionDenied,
        "The configuration of '{0}' names a host on which you make no machines.");

    public static readonly LabError ConfigurationPinned = new(
        "VMConfigurationPinned", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "There is no {1} in the configuration '{0}' that could be pinned. Give one, or let Update-LabVMConfiguration "
        + "find it first.");

    public static readonly LabError ComputerName = new(
        "TemplateComputerName", "656", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be the name of a Windows computer: it has more than 15 characters.");

    public static readonly LabError DomainAndWorkgroup = new(
        "DomainAndWorkgroup", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A computer is in a domain or in a workgroup. Give one of -Domain and -Workgroup.");

    public static readonly LabError SecretInClear = new(
        "SecretInClear", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "What was given for -{0} is no verifier. A request never carries a secret itself.");

    public static readonly LabError NoCustomization = new(
        "TemplateNoCustomization", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A template of which guests are left as they are has nothing to tell them. Leave -NoCustomization out, or the "
        + "guest's settings.");

    public static readonly LabError SourceMissing = new(
        "TemplateSource", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Say of what it is made: give -VM, -VirtualHardDisk or -VMTemplate, one of them.");

    public static readonly LabError DiskIsChild = new(
        "TemplateDiskIsChild", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is a differencing disk. Merge it, or convert it with Convert-LabVHD, before it is used.");

    public static readonly LabError TemplateBusy = new(
        "TemplateBusy", "2606", LabErrorCategory.ResourceBusy,
        "Unable to perform the job because the template {0} is locked by another job. Wait for that job, or stop it.");

    public static readonly LabError TemplateUnfinished = new(
        "TemplateUnfinished", "2606", LabErrorCategory.InvalidOperation,
        "The template {0} has no disk yet: the virtual machine of which it is made has not been stored. Wait for that "
        + "job, or restart it.");

    public static readonly LabError NotWindows = new(
        "SysprepNotWindows", "13206", LabErrorCategory.InvalidOperation,
        "'{0}' cannot be made into a template: sysprep runs in a Windows guest, and it has {1}.");

    public static readonly LabError VMOfNoHost = new(
        "TemplateVMOfNoHost", "801", LabErrorCategory.ObjectNotFound,
        "'{0}' is on {1}, which Virtual Machine Manager does not manage. Add the host with Add-LabVMHost.");

    public static readonly LabError VMHasCheckpoints = new(
        "TemplateVMHasCheckpoints", "675", LabErrorCategory.InvalidOperation,
        "'{0}' has checkpoints or is in a cluster. Remove them, and its role, before it becomes a template.");

    public static readonly LabError VMHasDisks = new(
        "TemplateVMHasDisks", "675", LabErrorCategory.InvalidOperation,
        "'{0}' has not exactly one virtual hard disk, with nothing above or below it. Only such a machine becomes a "
        + "template or a copy here.");

    public static readonly LabError VMBusy = new(
        "TemplateVMBusy", "2606", LabErrorCategory.ResourceBusy,
        "Unable to perform the job because the virtual machine {0} is locked by another job. Wait for that job, or "
        + "stop it.");

    public static readonly LabError VMGone = new(
        "DeploymentVMGone", "801", LabErrorCategory.ObjectNotFound,
        "The virtual machine {0} that this job works on is gone, or is no more by itself and off with its one disk. "
        + "Mend that, then restart the job.");

    public static readonly LabError SourceGone = new(
        "DeploymentSourceGone", "2904", LabErrorCategory.ObjectNotFound,
        "The disk of which {0} is made is gone: {1}. Put it there again, refresh its share and begin anew.");

    public static readonly LabError DiskGone = new(
        "DeploymentDiskGone", "2904", LabErrorCategory.ObjectNotFound,
        "The disk of {0} is gone, and the job cannot go on.");

    public static readonly LabError CopyFailed = new(
        "DeploymentCopyFailed", "2940", LabErrorCategory.DeviceError,
        "VMM is unable to complete the requested file transfer for {0}: {1} Mend that, then restart the job.");

    public static readonly LabError NotGeneralized = new(
        "DeploymentNotGeneralized", "10685", LabErrorCategory.InvalidOperation,
        "{0} cannot be customized: the system on its disk ({1}) was not prepared by sysprep, and its mini-setup does "
        + "not run. Use a generalized disk, or a template made with -NoCustomization.");

    public static readonly LabError NothingInstalled = new(
        "DeploymentNothingInstalled", "10685", LabErrorCategory.InvalidOperation,
        "{0} cannot be customized: no operating system is on its disk.");

    public static readonly LabError PlaceTaken = new(
        "DeploymentPlaceTaken", "2606", LabErrorCategory.ResourceExists,
        "{0} is the place of another virtual machine that is being made.");

    public static readonly LabError ParentOnWay = new(
        "DeploymentParentOnWay", "2606", LabErrorCategory.ResourceBusy,
        "{0}, from which the disk is to differ, is on its way there for {1}. Wait until it has arrived.");

    public static readonly LabError AnswersWrong = new(
        "AnswerFileWrong", "InvalidParameter", LabErrorCategory.InvalidData,
        "{0} is no answer file: {1}");

    public static readonly LabError TemplateInUse = new(
        "TemplateInUse", "2606", LabErrorCategory.ResourceBusy,
        "The {1} {0} cannot be removed: {2} is made of it.");
}
