using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management;

/// <summary>What is refused of conversions of VMware's virtual machines.</summary>
internal static class V2VErrors
{
    public static readonly LabError NoSuchFile = new(
        "V2VNoSuchFile", "13250", LabErrorCategory.ObjectNotFound,
        @"There is no file {0} in the library. Give the network path of a .vmx file, such as \\LIB1\Library\web01.vmx; "
        + "Copy-LabFile brings one there.");

    public static readonly LabError OneSource = new(
        "V2VOneSource", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Give the network path of a configuration in the library, or a virtual machine of an ESX host: one of them.");

    public static readonly LabError NotVMware = new(
        "V2VNotVMware", "InvalidOperation", LabErrorCategory.InvalidOperation,
        "'{0}' is a machine of {1}: only those of VMware ESX are converted. Move-LabVM -VMHost moves others.");

    public static readonly LabError NotOff = new(
        "V2VNotOff", "2608", LabErrorCategory.InvalidOperation,
        "'{0}' is {1}: a virtual machine that is converted must be off. Stop it first.");

    public static readonly LabError HostNotReached = new(
        "V2VHostNotReached", "2910", LabErrorCategory.ConnectionError,
        "VMM does not get at {0} through its VirtualCenter server. Look whether both run and networks lead there from "
        + "the VMM server {1}.");

    public static readonly LabError ConfigurationWrong = new(
        "V2VConfigurationWrong", "13251", LabErrorCategory.InvalidData,
        "{0} is no configuration of a virtual machine of VMware that can be converted: {1}.");

    public static readonly LabError DiskMissing = new(
        "V2VDiskMissing", "13252", LabErrorCategory.ObjectNotFound,
        "The disk {1} of {0} is not beside it in the library. Copy it there too, with all its parts.");

    public static readonly LabError DiskWrong = new(
        "V2VDiskWrong", "13253", LabErrorCategory.InvalidData,
        "The disk {1} of {0} cannot be converted: {2}");

    public static readonly LabError LibraryNotReached = new(
        "V2VLibraryNotReached", "2910", LabErrorCategory.ConnectionError,
        "VMM cannot contact the library server {0}: it does not run, its agent does not answer, or no network leads "
        + "there from the VMM server {1}.");
}
