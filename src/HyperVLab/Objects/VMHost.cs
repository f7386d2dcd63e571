using HyperVLab.Engine.Hosts;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A host as Hyper-V on it shows it, as Get-LabVMHost writes it.</summary>
public sealed class VMHost : LabObject<VMHostView, Engine.Hosts.PhysicalComputer>
{
    internal VMHost(LabHandle handle, VMHostView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The host's name.</summary>
    public string Name => View.Name;

    /// <summary>The host's name.</summary>
    public string ComputerName => View.Name;

    /// <summary>The host's name with the domain's.</summary>
    public string FullyQualifiedDomainName => View.FullyQualifiedDomainName;

    /// <summary>What runs its virtual machines: HyperV, VirtualServer or VMWareESX.</summary>
    public VirtualizationPlatform VirtualizationPlatform => View.VirtualizationPlatform;

    /// <summary>Logical processors that the hypervisor uses.</summary>
    public int LogicalProcessorCount => View.LogicalProcessorCount;

    /// <summary>Memory that the edition lets the host use, in bytes.</summary>
    public long MemoryCapacity => View.MemoryCapacity;

    /// <summary>Where configurations go unless said otherwise.</summary>
    public string VirtualMachinePath => View.VirtualMachinePath;

    /// <summary>Where virtual hard disks go unless said otherwise.</summary>
    public string VirtualHardDiskPath => View.VirtualHardDiskPath;

    /// <summary>The lowest dynamic MAC address that it gives: twelve hexadecimal digits.</summary>
    public string MacAddressMinimum => View.MacAddressRange.Minimum;

    /// <summary>The highest dynamic MAC address that it gives: twelve hexadecimal digits.</summary>
    public string MacAddressMaximum => View.MacAddressRange.Maximum;

    /// <summary>The host's name.</summary>
    public override string ToString() => Name;
}
