using HyperVLab.Engine.Hosts;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A physical computer of the lab, as Get-LabHost writes it.</summary>
public sealed class HostComputer : LabObject<PhysicalComputerView, Engine.Hosts.PhysicalComputer>
{
    internal HostComputer(LabHandle handle, PhysicalComputerView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its name.</summary>
    public string Name => View.Name;

    /// <summary>Its name, by which other cmdlets take it from the pipeline.</summary>
    public string ComputerName => View.Name;

    /// <summary>Its name with the domain's.</summary>
    public string FullyQualifiedDomainName => View.FullyQualifiedDomainName;

    /// <summary>The name that it takes with its next restart; empty where it keeps its name.</summary>
    public string PendingName => View.PendingName ?? string.Empty;

    /// <summary>What it is there for.</summary>
    public ComputerRole Role => View.Role;

    /// <summary>How far it is between off and running.</summary>
    public ComputerState State => View.State;

    /// <summary>Whether it can be switched on: no fault keeps power from it.</summary>
    public bool HasPower => View.HasPower;

    /// <summary>Whether no fault keeps its management agent from answering.</summary>
    public bool AgentAnswers => View.AgentAnswers;

    /// <summary>
    /// Whether its parent partition hangs: it has power and its links are up, but it does nothing and answers nobody.
    /// </summary>
    public bool IsHung => View.IsHung;

    /// <summary>The hardware's identifier.</summary>
    public Guid Id => View.Id;

    /// <summary>The installed edition; empty for bare metal.</summary>
    public string Edition => View.Edition ?? string.Empty;

    /// <summary>The chassis that it stands in; empty outside one.</summary>
    public string Chassis => View.Chassis ?? string.Empty;

    /// <summary>Its bay of the chassis.</summary>
    public int? Bay => View.Bay;

    /// <summary>The domain that it is a member of; empty outside one.</summary>
    public string Domain => View.Domain ?? string.Empty;

    /// <summary>Filled processor sockets.</summary>
    public int ProcessorSocketCount => View.Hardware.ProcessorSocketCount;

    /// <summary>Processors that the operating system uses.</summary>
    public int LogicalProcessorCount => View.LogicalProcessorCount;

    /// <summary>Who made the processors.</summary>
    public string ProcessorVendor => View.Hardware.ProcessorVendor;

    /// <summary>The processors' generation.</summary>
    public int ProcessorGeneration => View.Hardware.ProcessorGeneration;

    /// <summary>Installed memory in bytes.</summary>
    public long MemoryBytes => View.MemoryBytes;

    /// <summary>Memory that a virtual machine can still reserve, in bytes.</summary>
    public long MemoryAvailableBytes => View.MemoryAvailableBytes;

    /// <summary>Network adapters.</summary>
    public int NetworkAdapterCount => View.Hardware.NetworkAdapterCount;

    /// <summary>How long its operating system has been up; empty unless it runs.</summary>
    public TimeSpan? Uptime => View.Uptime;

    /// <summary>Whether remote desktop connections are taken.</summary>
    public bool RemoteDesktopEnabled => View.RemoteDesktopEnabled;

    /// <summary>Whether it can be managed remotely.</summary>
    public bool RemoteManagementEnabled => View.RemoteManagementEnabled;

    /// <summary>Whether multipath I/O makes one disk of the paths to a LUN.</summary>
    public bool MpioEnabled => View.MpioEnabled;

    /// <summary>The roles and features that work on it.</summary>
    public string[] Features => [.. View.WorkingFeatures];

    /// <summary>Whether something waits for a restart.</summary>
    public bool RestartPending => View.RestartReasons.Count > 0;

    /// <summary>What waits for a restart.</summary>
    public string[] RestartReasons => [.. View.RestartReasons];

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
