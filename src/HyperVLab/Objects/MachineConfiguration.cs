using HyperVLab.Engine.Management;

namespace HyperVLab.Objects;

/// <summary>What Get-LabMachineConfiguration finds of a computer that is to be converted.</summary>
public sealed class MachineConfiguration
{
    private readonly MachineConfigurationView _view;

    internal MachineConfiguration(MachineConfigurationView view)
    {
        _view = view;
        Volume = [.. view.Volumes];
        NetworkAdapter = [.. view.MacAddresses];
        Device = [.. view.Devices.Select(static device => device.Name)];
        Issue = [.. view.Issues];
    }

    /// <summary>The computer's name.</summary>
    public string Name => _view.Name;

    /// <summary>The computer's name, by which Convert-LabP2V takes it from the pipeline.</summary>
    public string SourceComputerName => _view.Name;

    /// <summary>The operating system, with its service pack.</summary>
    public string OperatingSystem => _view.OperatingSystem;

    /// <summary>Its processors, each core counted.</summary>
    public int ProcessorCount => _view.ProcessorCount;

    /// <summary>Installed memory in bytes.</summary>
    public long MemoryBytes => _view.MemoryBytes;

    /// <summary>What its processors do, in percent of all of them.</summary>
    public int ProcessorPercent => _view.ProcessorPercent;

    /// <summary>What it reads from and writes to its disks, in operations a second.</summary>
    public int DiskOperationsPerSecond => _view.DiskOperationsPerSecond;

    /// <summary>What it sends and receives, in bits a second.</summary>
    public long NetworkBitsPerSecond => _view.NetworkBitsPerSecond;

    /// <summary>Its volumes, the system's first.</summary>
    public SourceVolume[] Volume { get; }

    /// <summary>What of its volumes is in use and copied, in bytes.</summary>
    public long UsedBytes => Volume.Sum(static volume => volume.UsedBytes);

    /// <summary>Its network adapters' MAC addresses.</summary>
    public string[] NetworkAdapter { get; }

    /// <summary>Its devices.</summary>
    public string[] Device { get; }

    /// <summary>What speaks against its conversion, and what is to be known before.</summary>
    public MachineIssueView[] Issue { get; }

    /// <summary>Whether nothing keeps it from being converted while it runs.</summary>
    public bool CanConvertOnline => !Issue.Any(static issue => issue.BlocksOnline);

    /// <summary>Whether nothing keeps it from being converted by way of Windows PE.</summary>
    public bool CanConvertOffline => !Issue.Any(static issue => issue.BlocksOffline);

    /// <summary>The computer's name.</summary>
    public override string ToString() => Name;
}
