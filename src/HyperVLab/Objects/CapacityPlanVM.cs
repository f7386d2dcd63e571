using HyperVLab.Engine.Management.Consolidation;

namespace HyperVLab.Objects;

/// <summary>A server of a capacity plan as the virtual machine that it becomes.</summary>
public sealed class CapacityPlanVM
{
    private readonly PlannedVM _vm;

    internal CapacityPlanVM(PlannedVM vm)
    {
        _vm = vm;
        Server = new InventoryServer(vm.Server);
    }

    /// <summary>The server.</summary>
    public InventoryServer Server { get; }

    /// <summary>The server's name, which the virtual machine keeps.</summary>
    public string Name => Server.Name;

    /// <summary>Its memory in bytes.</summary>
    public long MemoryBytes => (long)_vm.MemoryMegabytes << 20;

    /// <summary>Its virtual processors.</summary>
    public int ProcessorCount => _vm.ProcessorCount;

    /// <summary>What its disks take of a volume, room for growth included, in bytes.</summary>
    public long DiskBytes => _vm.DiskMegabytes << 20;

    /// <summary>The host's name.</summary>
    public string HostName => _vm.Host;

    /// <summary>The LUN's name.</summary>
    public string Lun => _vm.Lun;

    /// <summary>The server's name.</summary>
    public override string ToString() => Name;
}
