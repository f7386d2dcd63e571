using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Labs;

/// <summary>Brings back a lab that Export-Lab wrote, and selects it.</summary>
/// <remarks>The lab goes on exactly where it was, and shares no file with its export.</remarks>
/// <example>
/// <code>Import-Lab ./kept -Name again</code>
/// Brings the lab back under another name, beside the one that it came from.
/// </example>
[Cmdlet(VerbsData.Import, "Lab", SupportsShouldProcess = true)]
[OutputType(typeof(LabInfo))]
public sealed class ImportLabCommand : GuardedCmdlet
{
    /// <summary>The folder that Export-Lab wrote.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = null!;

    /// <summary>The lab's name in this process. Without it, the name that it had.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>
    /// The folder of this computer in which the lab will be kept, as New-Lab -Path keeps it; it must be empty or not
    /// there yet. Without it, the lab ends with this process.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DestinationPath { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        string folder = LocalPath.Of(this, Path);
        string? destination = DestinationPath is null ? null : LocalPath.Of(this, DestinationPath);
        if (ShouldProcess(folder))
        {
            LabHandle lab = LabMaker.Make(
                Name, destination, disks => Engine.Lab.ImportFrom(folder, disks, Name),
                (handle, _) => handle.Keep(folder));
            WriteObject(lab.Info);
        }
    }
}
