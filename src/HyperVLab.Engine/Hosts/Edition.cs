namespace HyperVLab.Engine.Hosts;

/// <summary>An edition of Windows, or VMware ESX: what a computer with it may use and do.</summary>
public sealed record Edition
{
    /// <summary>The short name that scripts use, such as <c>HyperVServer2008R2</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The full name, such as <c>Hyper-V Server 2008 R2</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The release.</summary>
    public required WindowsVersion Version { get; init; }

    /// <summary>Sockets that it uses.</summary>
    public required int MaxSockets { get; init; }

    /// <summary>Memory that it uses, in bytes.</summary>
    public required long MaxMemoryBytes { get; init; }

    /// <summary>Windows guests that its licence covers on the same computer; null for any number.</summary>
    public required int? GuestRights { get; init; }

    /// <summary>Whether it has failover clustering.</summary>
    public bool HasClustering { get; init; }

    /// <summary>Whether it has live migration; without it a cluster migrates quickly only.</summary>
    public bool HasLiveMigration { get; init; }

    /// <summary>Whether it has cluster shared volumes.</summary>
    public bool HasClusterSharedVolumes { get; init; }

    /// <summary>Whether it is Hyper-V Server, whose only role is Hyper-V, enabled from the start.</summary>
    public bool IsHyperVServer { get; init; }

    /// <summary>Whether it is a client system, which takes no server role.</summary>
    public bool IsClient { get; init; }

    /// <summary>Whether it has roles and features: a server of 2008 or later.</summary>
    public bool HasFeatures => !IsClient && Version >= WindowsVersion.W2008;

    /// <summary>The platform for virtual machines that it is by itself; null where Windows brings one.</summary>
    public VirtualizationPlatform? Platform { get; init; }

    /// <summary>What its hypervisor takes at most.</summary>
    internal HypervisorLimits Limits => new(
        MaxMemoryBytes,
        MaxLogicalProcessors,
        MaxRunningVMs,
        MaxVirtualProcessorsPerHost,
        MaxVirtualProcessorsPerLogicalProcessor,
        MaxVirtualProcessorsPerVM,
        MaxMemoryPerVMBytes);

    /// <summary>Logical processors that the hypervisor uses.</summary>
    public required int MaxLogicalProcessors { get; init; }

    /// <summary>Virtual machines that may run at once on a host.</summary>
    public required int MaxRunningVMs { get; init; }

    /// <summary>Virtual processors of all running virtual machines of a host together.</summary>
    public required int MaxVirtualProcessorsPerHost { get; init; }

    /// <summary>Virtual processors for each logical one; null where there is no such limit.</summary>
    public required int? MaxVirtualProcessorsPerLogicalProcessor { get; init; }

    /// <summary>Virtual processors of a virtual machine (of generation 2, where there are two generations).</summary>
    public required int MaxVirtualProcessorsPerVM { get; init; }

    /// <summary>Memory of a virtual machine in bytes (of generation 2, where there are two generations).</summary>
    public required long MaxMemoryPerVMBytes { get; init; }
}
