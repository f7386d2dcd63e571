using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Disks.FileSystems;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Storage;

/// <summary>Lists files of the volumes inside virtual hard disks and raw images, without mounting them.</summary>
/// <remarks>
/// A folder lists what is in it, as Get-ChildItem does; wildcards are permitted in every part of a path. A file whose
/// name has characters of wildcards is found by its name all the same. Links are listed and not followed. Nothing is
/// changed, not even the times at which files were read.
/// </remarks>
/// <example>
/// <code>Get-LabVHDFile ./web01.vhd \Windows\*.ini</code>
/// Lists files of a folder.
/// </example>
/// <example>
/// <code>Get-LabVHDFile ./web01.vhd \Users -Recurse -Force | Sort-Object Length -Bottom 10</code>
/// Lists the ten longest files below a folder, hidden ones too.
/// </example>
/// <example>
/// <code>Get-LabVHDPartition ./web01.vhd | Where-Object FileSystem -eq NTFS | Get-LabVHDFile</code>
/// Lists the roots of all NTFS volumes.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVHDFile", DefaultParameterSetName = "Path")]
[OutputType(typeof(VirtualHardDiskFile))]
public sealed class GetLabVHDFileCommand : VhdFileCmdlet
{
    /// <summary>The paths in the volumes, from their roots; the roots themselves unless given.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(VolumePathCompleter))]
    [SupportsWildcards]
    [ValidateNotNull]
    public string[] FilePath { get; set; } = [string.Empty];

    /// <summary>Lists what is in folders, and in the folders in them.</summary>
    [Parameter]
    public SwitchParameter Recurse { get; set; }

    /// <summary>Lists hidden and system files too.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    private protected override IReadOnlyList<string> FilePaths => FilePath;

    /// <inheritdoc/>
    private protected override bool ShowsHidden => Force;

    /// <inheritdoc/>
    private protected override void ReadNamed(IReadOnlyList<(FoundVolume Volume, VolumeFile File)> files)
    {
        foreach ((FoundVolume volume, VolumeFile file) in files)
        {
            Write(volume, file.IsDirectory ? volume.Search.Under(file, Recurse) : [file]);
        }
    }

    /// <inheritdoc/>
    private protected override void ReadMatching(FoundVolume volume, string path) =>
        Write(volume, volume.Search.Match(path, Recurse));

    private void Write(FoundVolume volume, IEnumerable<VolumeFile> files)
    {
        // One by one, since there can be millions.
        using IEnumerator<VolumeFile> each = files.GetEnumerator();
        while (volume.Disk.Read(_ => each.MoveNext()))
        {
            WriteObject(new VirtualHardDiskFile(volume.Disk, volume.Number, each.Current));
        }
    }
}
