using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Storage;

/// <summary>Gets volumes as computers show them, with their capacity.</summary>
/// <example>
/// <code>Get-LabVolume X -ComputerName HVR2NODO1</code>
/// Shows how much room is on X: of HVR2NODO1.
/// </example>
/// <example>
/// <code>Get-LabVolume | Where-Object { $_.SizeRemaining -lt 2GB }</code>
/// Lists the volumes that are nearly full.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVolume")]
[OutputType(typeof(DiskVolume))]
public sealed class GetLabVolumeCommand : ComputerReadingCmdlet
{
    /// <summary>Only volumes with these letters.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public char[]? DriveLetter { get; set; }

    /// <summary>Only volumes with these labels. Wildcards are permitted.</summary>
    [Parameter]
    [Alias("FriendlyName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? FileSystemLabel { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        IReadOnlySet<int>? scope = Scope;
        foreach (DiskVolume volume in StorageTargets.Volumes(Handle, scope))
        {
            if ((DriveLetter?.Any(volume.HasLetter) ?? true)
                && Wildcards.Match(FileSystemLabel, volume.FileSystemLabel))
            {
                WriteObject(volume);
            }
        }
    }
}
