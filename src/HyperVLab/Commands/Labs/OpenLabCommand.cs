using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Labs;

/// <summary>Opens a lab that is kept in a folder, and selects it.</summary>
/// <remarks>
/// The lab is where it was when it last reported something, however its process ended: time stood still meanwhile.
/// Only one process has a lab open.
/// </remarks>
/// <example>
/// <code>Open-Lab ./branch</code>
/// Opens the lab that New-Lab -Path ./branch made.
/// </example>
[Cmdlet(VerbsCommon.Open, "Lab", SupportsShouldProcess = true)]
[OutputType(typeof(LabInfo))]
public sealed class OpenLabCommand : GuardedCmdlet
{
    /// <summary>The folder that New-Lab -Path made.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = null!;

    /// <summary>The lab's name in this process. Without it, the name that it had.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        string folder = LocalPath.Of(this, Path);
        if (ShouldProcess(folder))
        {
            WriteObject(LabMaker.Open(folder, Name).Info);
        }
    }
}
