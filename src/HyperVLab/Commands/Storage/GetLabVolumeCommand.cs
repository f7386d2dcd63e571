using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
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
public sealed class GetLabVolumeCommand : LabCmdlet
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

    /// <summary>
    /// The computers' names. Without it, the host that was entered with Enter-LabHost, or the whole lab.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        IReadOnlySet<int>? scope = ComputerNames.Scope(Handle, ComputerName);
        var patterns = FileSystemLabel?.Select(name => new WildcardPattern(name, WildcardOptions.IgnoreCase)).ToList();
        foreach (DiskVolume volume in StorageTargets.Volumes(Handle, scope))
        {
            if ((DriveLetter?.Any(volume.HasLetter) ?? true)
                && (patterns?.Exists(pattern => pattern.IsMatch(volume.FileSystemLabel)) ?? true))
            {
                WriteObject(volume);
            }
        }
    }
}
