using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Disks.FileSystems;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Session;

namespace HyperVLab.Commands.Storage;

/// <summary>A cmdlet that reads files of the volumes inside virtual hard disks.</summary>
public abstract class VhdFileCmdlet : VhdContentCmdlet
{
    /// <summary>
    /// The numbers of the partitions whose files are meant; 0 for a disk that is one volume without a table. Without
    /// it, all whose file systems are read.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Partition")]
    public int[]? PartitionNumber { get; set; }

    /// <summary>The paths in the volumes.</summary>
    private protected abstract IReadOnlyList<string> FilePaths { get; }

    /// <summary>Whether hidden and system files are meant too where they are not named.</summary>
    private protected abstract bool ShowsHidden { get; }

    /// <inheritdoc/>
    private protected sealed override void Read(OpenedDisk disk, LabHandle? lab)
    {
        var volumes = DiskVolumes.Open(disk, PartitionNumber, Refuse)
            .Select(volume => new FoundVolume(disk, volume.Number, volume.Files, SearchIn(disk, volume.Files)))
            .ToList();
        foreach (string path in FilePaths)
        {
            Guard(() => Read(disk, volumes, path), path);
        }
    }

    /// <summary>Does it for what is called as a path says, in one volume or in several.</summary>
    private protected abstract void ReadNamed(IReadOnlyList<(FoundVolume Volume, VolumeFile File)> files);

    /// <summary>Does it for what the wildcards of a path match in a volume.</summary>
    private protected abstract void ReadMatching(FoundVolume volume, string path);

    private void Read(OpenedDisk disk, List<FoundVolume> volumes, string path)
    {
        List<(FoundVolume, VolumeFile)> named = [];
        foreach (FoundVolume volume in volumes)
        {
            if (disk.Read(_ => volume.Files.Find(path)) is { } file)
            {
                named.Add((volume, file));
            }
        }

        if (named.Count > 0)
        {
            ReadNamed(named);
        }
        else if (WildcardPattern.ContainsWildcardCharacters(path))
        {
            volumes.ForEach(volume => Guard(() => ReadMatching(volume, path), path));
        }
        else if (volumes.Count > 0)
        {
            throw ModuleErrors.NoSuchFileInside.For(path, path, disk.Path);
        }
    }

    private VolumeSearch SearchIn(OpenedDisk disk, IVolumeFiles files) => new(files, ShowsHidden, (folder, damage) =>
        Refuse(ModuleErrors.FolderDamaged.For(folder, folder.Length > 0 ? folder : "\\", disk.Path, damage.Message)));

    private void Refuse(LabException refusal) => Guard(() => throw refusal);
}
