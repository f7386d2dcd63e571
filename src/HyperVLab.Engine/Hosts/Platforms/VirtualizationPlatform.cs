namespace HyperVLab.Engine.Hosts;

/// <summary>What runs the virtual machines of a host, with the names of Virtual Machine Manager.</summary>
public enum VirtualizationPlatform
{
    /// <summary>Nothing that is known.</summary>
    Unknown,

    /// <summary>Microsoft Virtual Server 2005 R2.</summary>
    VirtualServer,

    /// <summary>Hyper-V.</summary>
    HyperV,

    /// <summary>VMware ESX.</summary>
    VMWareESX,
}
