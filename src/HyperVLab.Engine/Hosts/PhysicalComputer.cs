using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>
/// A physical computer of the lab: a Hyper-V host, the domain controller, the administrator's workstation, or a server
/// with work of its own.
/// </summary>
public sealed partial class PhysicalComputer : IEntity<PhysicalComputer>, INamed
{
    internal PhysicalComputer(
        Key<PhysicalComputer> key, string name, ComputerRole role, HostHardware hardware, Guid id)
    {
        Key = key;
        Name = name;
        Role = role;
        Hardware = hardware;
        Id = id;
        WorkingFeatures = [];
        VirtualMachinePath = HostSettings.VirtualMachinePath;
        VirtualHardDiskPath = HostSettings.VirtualHardDiskPath;
    }

    /// <inheritdoc/>
    public Key<PhysicalComputer> Key { get; private set; }

    /// <summary>Its name: the operating system's computer name once one is installed.</summary>
    public string Name { get; private set; }

    /// <summary>The name that it takes with its next boot.</summary>
    public string? PendingName { get; private set; }

    /// <summary>What it is there for.</summary>
    public ComputerRole Role { get; private set; }

    /// <summary>What it is built of.</summary>
    public HostHardware Hardware { get; private set; }

    /// <summary>The hardware's identifier (SMBIOS UUID).</summary>
    public Guid Id { get; private set; }

    /// <summary>The chassis that it stands in.</summary>
    public Key<Chassis>? Chassis { get; private set; }

    /// <summary>Its bay of the chassis, from 1.</summary>
    public int? Bay { get; private set; }

    /// <summary>The installed edition, by its <see cref="Edition.Id"/>; null for bare metal.</summary>
    public string? EditionId { get; private set; }

    /// <summary>The edition that setup is putting on it.</summary>
    public string? PendingEditionId { get; private set; }

    /// <summary>How far it is between off and running.</summary>
    public ComputerState State { get; private set; }

    /// <summary>What it is in the middle of.</summary>
    public ComputerOperation? Operation { get; private set; }

    /// <summary>Before when, since the lab began, its shutdown may not end.</summary>
    public TimeSpan? ShutdownNotBefore { get; private set; }

    /// <summary>When it came up, since the lab began; null unless it runs.</summary>
    public TimeSpan? BootedAt { get; private set; }

    /// <summary>How many faults keep power from it.</summary>
    public int PowerFaults { get; private set; }

    /// <summary>How many faults keep its management agent (WMI, WinRM, RPC) from answering over the network.</summary>
    public int AgentFaults { get; private set; }

    /// <summary>How many faults let its parent partition hang.</summary>
    public int HangFaults { get; private set; }

    /// <summary>Whether it boots when its power returns, because it was on when that went.</summary>
    public bool BootsWithPower { get; private set; }

    /// <summary>The domain that it is a member of.</summary>
    public Key<DirectoryDomain>? Domain { get; private set; }

    /// <summary>The domain that it becomes a member of with its next boot.</summary>
    public Key<DirectoryDomain>? PendingDomain { get; private set; }

    /// <summary>Whether remote desktop connections are taken.</summary>
    public bool RemoteDesktopEnabled { get; private set; }

    /// <summary>Whether it can be managed remotely (WinRM and the firewall's exceptions for it).</summary>
    public bool RemoteManagementEnabled { get; private set; }

    /// <summary>Whether multipath I/O claims disks: the feature and a DSM are there since the last boot.</summary>
    public bool MpioEnabled { get; private set; }

    /// <summary>The roles and features that work on it, in ordinal order of their names.</summary>
    public IReadOnlyList<string> WorkingFeatures { get; private set; }

    /// <summary>Where virtual machines' configurations go unless said otherwise.</summary>
    public string VirtualMachinePath { get; private set; }

    /// <summary>Where virtual hard disks go unless said otherwise.</summary>
    public string VirtualHardDiskPath { get; private set; }

    /// <summary>From which MAC addresses it gives dynamic ones; null for the range of its own address.</summary>
    public MacAddressRange? MacAddressRange { get; private set; }

    /// <summary>Memory that virtual machines have reserved, in bytes.</summary>
    public long MemoryCommittedBytes { get; private set; }

    /// <summary>
    /// Whether its parent partition hangs: it has power and its links are up, but it does nothing and answers nobody.
    /// </summary>
    public bool IsHung => HangFaults > 0 && State == ComputerState.Running;

    /// <summary>Whether its operating system runs, and does something.</summary>
    public bool IsRunning => State == ComputerState.Running && !IsHung;

    /// <summary>Whether its operating system answers on the network: it runs, or is on its way down.</summary>
    public bool IsAnswering => IsRunning || State == ComputerState.Stopping;

    /// <summary>Whether it can be switched on.</summary>
    public bool HasPower => PowerFaults == 0;

    /// <summary>The installed edition; null for bare metal.</summary>
    public Edition? Edition => EditionId is { } id ? Editions.Find(id) : null;

    /// <summary>Installed memory in bytes.</summary>
    public long MemoryBytes => Hardware.MemoryBytes;

    /// <summary>Processors that the operating system uses, hardware threads counted each.</summary>
    public int LogicalProcessorCount
    {
        get
        {
            int sockets = Math.Min(Hardware.ProcessorSocketCount, Edition?.MaxSockets ?? int.MaxValue);
            int threads = sockets * Hardware.CoresPerSocket * Hardware.ThreadsPerCore;
            return Math.Min(threads, Edition?.MaxLogicalProcessors ?? int.MaxValue);
        }
    }

    /// <summary>Memory that the edition lets the computer use, in bytes.</summary>
    public long UsableMemoryBytes => Math.Min(Hardware.MemoryBytes, Edition?.MaxMemoryBytes ?? long.MaxValue);

    /// <summary>Memory in bytes that a virtual machine can still reserve.</summary>
    public long MemoryAvailableBytes =>
        Math.Max(0, UsableMemoryBytes - HostSettings.ParentPartitionReserveBytes - MemoryCommittedBytes);
}
