namespace HyperVLab.Engine.Compute.Channels;

/// <summary>Where a layer of a device's way runs.</summary>
public enum DevicePlace
{
    /// <summary>In the guest: the child partition.</summary>
    Child,

    /// <summary>In the rings that child and parent share.</summary>
    VMBus,

    /// <summary>In the hypervisor, below all partitions.</summary>
    Hypervisor,

    /// <summary>In a process of the parent partition: the machine's worker process.</summary>
    ParentProcess,

    /// <summary>In the kernel of the parent partition.</summary>
    ParentKernel,

    /// <summary>In hardware.</summary>
    Hardware,

    /// <summary>Between computers: a physical switch, or the network as a whole.</summary>
    Network,
}
