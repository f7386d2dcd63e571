using HyperVLab.Engine.Storage;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A partition as a computer shows it, as Get-LabPartition writes it.</summary>
public sealed class DiskPartition : LabObject<PartitionView, Partition>
{
    private int? _computer;

    internal DiskPartition(LabHandle handle, PartitionView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The name of the computer; empty where no computer shows it.</summary>
    public string ComputerName => Disk?.ComputerName ?? string.Empty;

    /// <summary>The number of its disk on the computer; -1 where the computer does not show it now.</summary>
    public int DiskNumber => Disk?.Number ?? -1;

    /// <summary>Its number on the disk, from 1.</summary>
    public int PartitionNumber => View.PartitionNumber;

    /// <summary>Its letter on the computer; empty where it has none.</summary>
    public char? DriveLetter => Mount?.DriveLetter;

    /// <summary>Where the computer shows its volume: a letter or a folder; empty where it shows it nowhere.</summary>
    public string AccessPath => Mount?.Path ?? string.Empty;

    /// <summary>What it is for.</summary>
    public PartitionType Type => View.Type;

    /// <summary>Where it begins, in bytes.</summary>
    public long Offset => View.Offset;

    /// <summary>Its size in bytes.</summary>
    public long Size => View.Size;

    /// <summary>The name of its LUN.</summary>
    public string Lun => View.Lun;

    /// <summary>Its place.</summary>
    public override string ToString() => $"Partition {PartitionNumber} of disk {DiskNumber} of {ComputerName}";

    /// <summary>The computer as whose it is shown: the one that was asked, else the first that has it.</summary>
    internal int Computer => _computer ?? Disk?.ComputerKey ?? 0;

    /// <summary>The number of its volume; null where it has none.</summary>
    internal int? VolumeNumber => View.VolumeKey;

    /// <summary>The same as another computer shows it.</summary>
    internal DiskPartition On(int computer) => new(Handle, View) { _computer = computer };

    /// <summary>Whether it has a letter.</summary>
    internal bool HasLetter(char letter) => DriveLetter == char.ToUpperInvariant(letter);

    private DiskView? Disk => Handle.Lab.Views<DiskView>()
        .Where(disk => disk.LunKey == View.LunKey && (_computer is null || disk.ComputerKey == _computer))
        .OrderBy(disk => disk.IsOffline)
        .FirstOrDefault();

    private VolumeMountView? Mount =>
        VolumeNumber is { } volume && Handle.Lab.View<VolumeView>(volume) is { } view
            ? view.Mounts.FirstOrDefault(mount => mount.ComputerKey == Computer)
            : null;
}
