using HyperVLab.Engine.Storage;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A volume as a computer shows it, as Get-LabVolume writes it.</summary>
public sealed class DiskVolume : LabObject<VolumeView, Volume>
{
    private int? _computer;

    internal DiskVolume(LabHandle handle, VolumeView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The name of the computer; empty where no computer mounts it.</summary>
    public string ComputerName => _computer is { } key
        ? Handle.Lab.View<Engine.Hosts.PhysicalComputerView>(key)?.Name ?? string.Empty
        : Mount?.ComputerName ?? string.Empty;

    /// <summary>Its letter on the computer; empty where it has none.</summary>
    public char? DriveLetter => Mount?.DriveLetter;

    /// <summary>Where the computer shows it: a letter or a folder; empty where it shows it nowhere.</summary>
    public string Path => Mount?.Path ?? string.Empty;

    /// <summary>The label, empty where it has none.</summary>
    public string FileSystemLabel => View.FileSystemLabel;

    /// <summary>The label, by the name that Get-Volume shows.</summary>
    public string FriendlyName => View.FileSystemLabel;

    /// <summary>The file system.</summary>
    public VolumeFileSystem FileSystem => View.FileSystem;

    /// <summary>
    /// How the computer gets at it now: straight, redirected through a cluster's coordinator, or not at all.
    /// </summary>
    public VolumeAccess Access => Mount?.Access
        ?? (_computer is { } key && View.ReachedBy.Contains(key) ? VolumeAccess.Direct : VolumeAccess.None);

    /// <summary>What is left, in bytes.</summary>
    public long SizeRemaining => View.SizeRemaining;

    /// <summary>What the file system has to give, in bytes.</summary>
    public long Size => View.Size;

    /// <summary>The cluster of the file system, in bytes.</summary>
    public int AllocationUnitSize => View.AllocationUnitSize;

    /// <summary>By which Windows knows it whatever its letter is.</summary>
    public string UniqueId => View.UniqueId;

    /// <summary>Whether it is a cluster shared volume.</summary>
    public bool IsSharedVolume => View.IsSharedVolume;

    /// <summary>The name of its LUN.</summary>
    public string Lun => View.Lun;

    /// <summary>Its letter or label.</summary>
    public override string ToString() => Path.Length > 0 ? Path : FileSystemLabel;

    /// <summary>The same as another computer shows it.</summary>
    internal DiskVolume On(int computer) => new(Handle, View) { _computer = computer };

    /// <summary>Whether it has a letter.</summary>
    internal bool HasLetter(char letter) => DriveLetter == char.ToUpperInvariant(letter);

    private VolumeMountView? Mount =>
        View.Mounts.FirstOrDefault(mount => _computer is null || mount.ComputerKey == _computer);
}
