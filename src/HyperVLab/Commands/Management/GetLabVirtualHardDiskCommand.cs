using System.Management.Automation;
using HyperVLab.Engine.Management;
using LibraryResource = HyperVLab.Objects.LibraryResource;

namespace HyperVLab.Commands.Management;

/// <summary>Gets virtual hard disks from the library.</summary>
/// <remarks>
/// Read-LabLibraryShare takes in what was put into a share by hand.
/// </remarks>
/// <example>
/// <code>Get-LabVirtualHardDisk</code>
/// Lists the virtual hard disks of the library.
/// </example>
/// <example>
/// <code>Get-LabVirtualHardDisk -Name base.vhd</code>
/// Gets one by its name.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVirtualHardDisk", DefaultParameterSetName = "All")]
[Alias("Get-VirtualHardDisk")]
[OutputType(typeof(LibraryResource))]
public sealed class GetLabVirtualHardDiskCommand : LibraryFileReadingCmdlet
{
    private protected override LibraryResourceKind Kind => LibraryResourceKind.VirtualHardDisk;
}
