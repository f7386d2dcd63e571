using System.Management.Automation;
using HyperVLab.Engine.Management;
using LibraryResource = HyperVLab.Objects.LibraryResource;

namespace HyperVLab.Commands.Management;

/// <summary>Gets scripts and answer files from the library.</summary>
/// <remarks>
/// Read-LabLibraryShare takes in what was put into a share by hand.
/// </remarks>
/// <example>
/// <code>Get-LabScript</code>
/// Lists the scripts and answer files of the library.
/// </example>
/// <example>
/// <code>Get-LabScript -Name unattend.xml</code>
/// Gets one by its name.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabScript", DefaultParameterSetName = "All")]
[Alias("Get-Script")]
[OutputType(typeof(LibraryResource))]
public sealed class GetLabScriptCommand : LibraryFileReadingCmdlet
{
    private protected override LibraryResourceKind Kind => LibraryResourceKind.Script;
}
