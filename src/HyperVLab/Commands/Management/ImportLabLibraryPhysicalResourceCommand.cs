using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using LibraryResource = HyperVLab.Objects.LibraryResource;

namespace HyperVLab.Commands.Management;

/// <summary>Brings a file of this computer into a library share, and takes it into the library at once.</summary>
/// <example>
/// <code>Import-LabLibraryPhysicalResource ./tools.iso \\LIB1\Library\iso</code>
/// Copies an ISO image into a folder of a share.
/// </example>
[Cmdlet(VerbsData.Import, "LabLibraryPhysicalResource", SupportsShouldProcess = true)]
[OutputType(typeof(LibraryResource))]
public sealed class ImportLabLibraryPhysicalResourceCommand : LabRequestCmdlet
{
    /// <summary>The file, a path of this computer.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string SourcePath { get; set; } = null!;

    /// <summary>
    /// The network path of a library share, or of a folder in it. Without it, the only share of the library.
    /// </summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? SharePath { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => SourcePath;

    /// <inheritdoc/>
    private protected override LabRequest Request()
    {
        string path = LocalPath.Of(this, SourcePath);
        string folder = SharePath
            ?? Handle.Lab.View<LibraryShareView>(VmmNames.OnlyShare(Handle).Number)!.Path;
        return ImportLibraryPhysicalResource.Reading(path, $@"{folder}\{System.IO.Path.GetFileName(path)}");
    }
}
