using System.Management.Automation;
using HyperVLab.Engine.Management;
using LibraryResource = HyperVLab.Objects.LibraryResource;

namespace HyperVLab.Commands.Management;

/// <summary>Gets ISO images from the library.</summary>
/// <remarks>
/// Read-LabLibraryShare takes in what was put into a share by hand.
/// </remarks>
/// <example>
/// <code>Get-LabISO</code>
/// Lists the ISO images of the library.
/// </example>
/// <example>
/// <code>Get-LabISO -Name tools.iso</code>
/// Gets one by its name.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabISO", DefaultParameterSetName = "All")]
[Alias("Get-ISO")]
[OutputType(typeof(LibraryResource))]
public sealed class GetLabISOCommand : LibraryFileReadingCmdlet
{
    private protected override LibraryResourceKind Kind => LibraryResourceKind.ISO;
}
