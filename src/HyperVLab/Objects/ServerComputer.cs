using HyperVLab.Engine.Hosts;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A server with work of its own, as Get-LabServer writes it.</summary>
public sealed class ServerComputer : LabObject<ServerView, Engine.Hosts.PhysicalServer>
{
    internal ServerComputer(LabHandle handle, ServerView view)
        : base(handle, view.Key, view)
    {
        ComputerNumber = view.ComputerKey;
    }

    /// <summary>Its name.</summary>
    public string Name => View.Name;

    /// <summary>Its name, by which other cmdlets take it from the pipeline.</summary>
    public string ComputerName => View.Name;

    /// <summary>Its name, by which Convert-LabP2V and Get-LabMachineConfiguration take it from the pipeline.</summary>
    public string SourceComputerName => View.Name;

    /// <summary>How far its computer is between off and running.</summary>
    public ComputerState State => View.State;

    /// <summary>Whether Windows PE runs on it in place of its own operating system.</summary>
    public bool IsInPreinstallation => View.IsInPreinstallation;

    /// <summary>The operating system, with its service pack.</summary>
    public string OperatingSystem => View.OperatingSystem;

    /// <summary>The service pack; 0 for none.</summary>
    public int ServicePack => View.ServicePack;

    /// <summary>The machine SID.</summary>
    public string MachineSid => View.MachineSid;

    /// <summary>Its processors, each core counted.</summary>
    public int ProcessorCount => View.ProcessorCount;

    /// <summary>Installed memory in bytes.</summary>
    public long MemoryBytes => View.MemoryBytes;

    /// <summary>Its devices.</summary>
    public string[] Device => [.. View.Devices.Select(static device => device.Name)];

    /// <summary>What its processors do, in percent of all of them.</summary>
    public int ProcessorPercent => View.ProcessorPercent;

    /// <summary>What it reads from and writes to its disks, in operations a second.</summary>
    public int DiskOperationsPerSecond => View.DiskOperationsPerSecond;

    /// <summary>What it sends and receives, in bits a second.</summary>
    public long NetworkBitsPerSecond => View.NetworkBitsPerSecond;

    /// <summary>How many transfers a second its ledger takes down.</summary>
    public int WorkRate => View.WorkRate;

    /// <summary>How many transfers its ledger has.</summary>
    public long WorkCount => View.WorkCount;

    /// <summary>The number of its computer in the lab.</summary>
    internal int ComputerNumber { get; }

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
