using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage.Requests;

namespace HyperVLab.Commands.Storage;

/// <summary>Deletes a file of a volume that nobody uses.</summary>
/// <example>
/// <code>Remove-LabFile C:\Library\old.iso -ComputerName LIB1</code>
/// Deletes a file.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabFile", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveLabFileCommand : LabRequestCmdlet
{
    /// <summary>The full path on the host.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = null!;

    /// <summary>
    /// The computer. Without it, the host that was entered with Enter-LabHost, or the only host of the lab.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => Path;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new RemoveFile
    {
        Computer = ComputerNames.Host(Handle, ComputerName),
        Path = Path,
    };
}
