using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Session;

namespace HyperVLab.Commands.Labs;

/// <summary>Writes a lab, disks included, to a folder, from which Import-Lab brings it back.</summary>
/// <remarks>
/// A lab can be exported at any moment, in the middle of a live migration too. Exporting to the same folder again
/// writes only what has changed.
/// </remarks>
/// <example>
/// <code>Export-Lab ./kept</code>
/// Keeps the current lab, and writes the folder.
/// </example>
[Cmdlet(VerbsData.Export, "Lab", SupportsShouldProcess = true)]
[OutputType(typeof(DirectoryInfo))]
public sealed class ExportLabCommand : LabCmdlet
{
    /// <summary>The folder to write on this computer: empty, not there yet, or an earlier export.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = null!;

    /// <inheritdoc/>
    private protected override void Process()
    {
        LabHandle handle = Handle;
        string folder = LocalPath.Of(this, Path);
        LabFolder.DemandExport(folder);
        if (ShouldProcess(folder))
        {
            handle.Lab.All().ExportTo(folder);
            handle.Keep(folder);
            WriteObject(new DirectoryInfo(folder));
        }
    }
}
