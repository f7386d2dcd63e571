using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Disks.FileSystems;

namespace HyperVLab.Commands.Storage;

/// <summary>Copies files out of the volumes inside virtual hard disks and raw images to this computer, without mounting
/// them.</summary>
/// <remarks>
/// Into a folder that is there, files go under their own names; else -Destination is the name of the copy. Names that
/// would leave the folder, or that this computer cannot have, are refused one by one, and links are not copied. Times
/// are kept as far as this computer keeps them; attributes, owners and access rights are not. A file stands under its
/// name only when all of it is there. The disk is not changed.
/// </remarks>
/// <example>
/// <code>Copy-LabVHDFile ./web01.vhd \Windows\System32\config\SYSTEM ./SYSTEM</code>
/// Copies a registry hive out of a disk.
/// </example>
/// <example>
/// <code>Copy-LabVHDFile ./web01.vhd \inetpub\logs -Destination ./logs -Recurse</code>
/// Copies a folder with all that is in it.
/// </example>
/// <example>
/// <code>Get-LabVHDFile ./web01.vhd \Users\*\*.log | Copy-LabVHDFile -Destination ./found</code>
/// Copies files that were listed.
/// </example>
[Cmdlet(VerbsCommon.Copy, "LabVHDFile", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
[OutputType(typeof(FileSystemInfo))]
public sealed class CopyLabVHDFileCommand : VhdFileCmdlet
{
    private readonly HashSet<string> _targets = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The paths in the volumes, from their roots.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(VolumePathCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] FilePath { get; set; } = null!;

    /// <summary>
    /// Where to on this computer: a folder, or what the copy is to be called. The present folder unless given.
    /// </summary>
    [Parameter(Position = 2)]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = ".";

    /// <summary>Copies folders with all that is in them.</summary>
    [Parameter]
    public SwitchParameter Recurse { get; set; }

    /// <summary>Replaces files that are there, and copies hidden and system files that are not named.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the copies.</summary>
    [Parameter]
    public SwitchParameter Passthru { get; set; }

    /// <inheritdoc/>
    private protected override IReadOnlyList<string> FilePaths => FilePath;

    /// <inheritdoc/>
    private protected override bool ShowsHidden => Force;

    /// <inheritdoc/>
    private protected override void ReadNamed(IReadOnlyList<(FoundVolume Volume, VolumeFile File)> files)
    {
        (FoundVolume volume, VolumeFile file) = files[0];
        if (files.Count > 1)
        {
            string numbers = string.Join(", ", files.Select(static each => each.Volume.Number));
            throw ModuleErrors.SeveralVolumes.For(file.Path, file.Path, numbers);
        }

        if (file.IsDirectory && !Recurse)
        {
            throw ModuleErrors.FolderInside.For(file.Path, file.Path);
        }

        string target = LocalPath.Of(this, Destination);
        bool isFolder = Directory.Exists(target) || FilePath.Length > 1
            || System.IO.Path.EndsInDirectorySeparator(Destination);
        Copy(volume, [(file, isFolder ? Named(file, target) : target)]);
    }

    /// <inheritdoc/>
    private protected override void ReadMatching(FoundVolume volume, string path)
    {
        string folder = LocalPath.Of(this, Destination);
        List<(VolumeFile, string)> found = [];
        foreach (VolumeFile file in volume.Disk.Read(_ => volume.Search.Match(path, recurse: false).ToList()))
        {
            if (Recurse || !file.IsDirectory)
            {
                Guard(() => found.Add((file, Named(file, folder))), file.Path);
            }
        }

        Copy(volume, found);
    }

    // The root of a volume has no name: what is in it goes straight into the folder.
    private static string Named(VolumeFile file, string folder)
    {
        if (file.Name.Length == 0)
        {
            return folder;
        }

        LocalName.Demand(file.Name, file.Path);
        return System.IO.Path.Combine(folder, file.Name);
    }

    private void Copy(FoundVolume volume, List<(VolumeFile File, string Target)> files)
    {
        var copy = new VolumeCopy(volume, Force);
        foreach ((VolumeFile file, string target) in files)
        {
            if (ShouldProcess($"{file.Path} of {volume.Disk.Path}", $"Copy to {target}"))
            {
                Guard(() => Add(copy, volume, file, target), file.Path);
            }
        }

        new DiskWorker(this).Run("Copying files of", volume.Disk.Path, copy.Run);
        foreach (var failure in copy.Failures)
        {
            WriteError(ErrorRecords.Of(failure, null));
        }

        if (Passthru)
        {
            WriteObject(copy.Done.Select(Info), enumerateCollection: true);
        }
    }

    private void Add(VolumeCopy copy, FoundVolume volume, VolumeFile file, string target)
    {
        Add(copy, file, target);
        if (!VolumeSearch.CanEnter(file))
        {
            return;
        }

        // What is in a folder that was refused is passed over.
        var folders = new Dictionary<string, string>(StringComparer.Ordinal) { [file.Path] = target };
        foreach (VolumeFile below in volume.Search.Under(file, recurse: true))
        {
            if (IsStopping)
            {
                throw new PipelineStoppedException();
            }

            if (folders.TryGetValue(below.Path[..^(below.Name.Length + 1)], out string? folder))
            {
                Guard(() => folders[below.Path] = Add(copy, below, Named(below, folder)), below.Path);
            }
        }
    }

    private string Add(VolumeCopy copy, VolumeFile file, string target)
    {
        if (file.LinkTarget is { } link)
        {
            WriteWarning($"'{file.Path}' is a link to '{link}' and is not copied.");
            return target;
        }

        // Two names that differ in case are one name to some computers.
        if (!_targets.Add(target) && !file.IsDirectory)
        {
            throw ModuleErrors.FileThere.For(target, target);
        }

        copy.Add(file, target);
        return target;
    }

    private static FileSystemInfo Info(string path) => Directory.Exists(path)
        ? new DirectoryInfo(path)
        : new FileInfo(path);
}
