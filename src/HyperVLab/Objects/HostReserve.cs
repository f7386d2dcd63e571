using HyperVLab.Engine.Management;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>
/// What placement leaves free on the hosts of a group that say nothing themselves, as Get-LabHostReserve writes it.
/// </summary>
public sealed class HostReserve : LabObject<HostReserveView, HostGroup>
{
    internal HostReserve(LabHandle handle, HostReserveView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The group's place in the tree.</summary>
    public string VMHostGroup => View.VMHostGroup;

    /// <summary>Whether what the group has in which this one stands holds for it.</summary>
    public bool Inherit => View.Inherits;

    /// <summary>What is left free of processors, in percent.</summary>
    public int CPUVMHostReserveLevel => View.Levels.Of(ReserveKind.CPU);

    /// <summary>Whether anything of processors is left free.</summary>
    public bool CPUEnabled => !View.Disabled.Contains(ReserveKind.CPU);

    /// <summary>What is left free of memory, in megabytes.</summary>
    public int MemoryVMHostReserveLevel => View.Levels.Of(ReserveKind.Memory);

    /// <summary>Whether anything of memory is left free.</summary>
    public bool MemoryEnabled => !View.Disabled.Contains(ReserveKind.Memory);

    /// <summary>What is left free of the room of each volume, in megabytes.</summary>
    public int DiskSpaceVMHostReserveLevel => View.Levels.Of(ReserveKind.DiskSpace);

    /// <summary>Whether anything of the room of each volume is left free.</summary>
    public bool DiskSpaceEnabled => !View.Disabled.Contains(ReserveKind.DiskSpace);

    /// <summary>What is left free of disk I/O, in operations a second.</summary>
    public int DiskIOVMHostReserveLevel => View.Levels.Of(ReserveKind.DiskIO);

    /// <summary>Whether anything of disk I/O is left free.</summary>
    public bool DiskIOEnabled => !View.Disabled.Contains(ReserveKind.DiskIO);

    /// <summary>What is left free of the network, in percent.</summary>
    public int NetworkVMHostReserveLevel => View.Levels.Of(ReserveKind.Network);

    /// <summary>Whether anything of the network is left free.</summary>
    public bool NetworkEnabled => !View.Disabled.Contains(ReserveKind.Network);

    /// <summary>A host with less of its processors free is hot, in percent.</summary>
    public int CPUStartOptimizationLevel => View.Optimization.CpuFreePercent;

    /// <summary>A host with less memory free is hot, in megabytes.</summary>
    public int MemoryStartOptimizationLevel => View.Optimization.MemoryFreeMegabytes;

    /// <summary>The group's place in the tree.</summary>
    public override string ToString() => VMHostGroup;
}
