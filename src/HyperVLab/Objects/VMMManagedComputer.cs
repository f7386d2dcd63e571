using HyperVLab.Engine.Management;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A managed computer, as Get-LabVMMManagedComputer writes it.</summary>
public sealed class VMMManagedComputer : LabObject<ManagedComputerView, Engine.Management.ManagedComputer>
{
    internal VMMManagedComputer(LabHandle handle, ManagedComputerView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The computer's name.</summary>
    public string Name => View.Name;

    /// <summary>The computer's name.</summary>
    public string ComputerName => View.Name;

    /// <summary>The computer's name with the domain's.</summary>
    public string FQDN => View.FQDN;

    /// <summary>The server that manages it.</summary>
    public string VMMServer => View.VMMServer;

    /// <summary>Whether its agent answers.</summary>
    public AgentState State => View.State;

    /// <summary>How the server finds it, in words: OK, OK (Limited) without an ESX host's credentials, or Not
    /// Responding.</summary>
    public string OverallState => View.OverallState;

    /// <summary>The place of its host group in the tree; null where it is no host.</summary>
    public string? HostGroup => View.HostGroupPath;

    /// <summary>What it is for.</summary>
    public string Description => View.Description;

    /// <summary>Whether placement may choose it.</summary>
    public bool AvailableForPlacement => View.AvailableForPlacement;

    /// <summary>What placement leaves free of its processors, in percent.</summary>
    public int CPUPercentageReserve => View.Reserves.CpuPercent;

    /// <summary>What placement leaves free of its memory, in megabytes.</summary>
    public int MemoryReserveMB => View.Reserves.MemoryMegabytes;

    /// <summary>What placement leaves free of each of its volumes, in megabytes.</summary>
    public int DiskSpaceReserveMB => View.Reserves.DiskMegabytes;

    /// <summary>What placement leaves free of its network, in percent.</summary>
    public int NetworkPercentageReserve => View.Reserves.NetworkPercent;

    /// <summary>What placement leaves free of its disk I/O, in operations a second.</summary>
    public int MaxDiskIOReservation => View.Reserves.DiskOperations;

    /// <summary>Whether it says its reserves itself, in place of its group.</summary>
    public bool OverrideHostGroupReserves => View.OverridesGroupReserves;

    /// <summary>When what the server knows of it was last true, since the lab began.</summary>
    public TimeSpan UpdatedDate => View.UpdatedAt;

    /// <summary>The computer's name.</summary>
    public override string ToString() => Name;
}
