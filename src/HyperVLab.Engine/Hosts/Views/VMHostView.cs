namespace HyperVLab.Engine.Hosts;

/// <summary>A computer as Hyper-V on it shows it.</summary>
public sealed record VMHostView
{
    /// <summary>The computer's number.</summary>
    public required int Key { get; init; }

    /// <summary>The computer's name.</summary>
    public required string Name { get; init; }

    /// <summary>The computer's name with the domain's.</summary>
    public required string FullyQualifiedDomainName { get; init; }

    /// <summary>Logical processors that the hypervisor uses.</summary>
    public required int LogicalProcessorCount { get; init; }

    /// <summary>Memory that the edition lets the host use, in bytes.</summary>
    public required long MemoryCapacity { get; init; }

    /// <summary>Where configurations go unless said otherwise.</summary>
    public required string VirtualMachinePath { get; init; }

    /// <summary>Where virtual hard disks go unless said otherwise.</summary>
    public required string VirtualHardDiskPath { get; init; }

    /// <summary>From which MAC addresses it gives dynamic ones.</summary>
    public required MacAddressRange MacAddressRange { get; init; }

    /// <summary>What runs its virtual machines.</summary>
    public required VirtualizationPlatform VirtualizationPlatform { get; init; }

    internal static VMHostView Of(LabState lab, PhysicalComputer computer) => new()
    {
        Key = computer.Key.Number,
        Name = computer.Name,
        FullyQualifiedDomainName = lab.FullNameOf(computer),
        VirtualizationPlatform = Platforms.Of(computer).Id,
        LogicalProcessorCount = computer.LogicalProcessorCount,
        MemoryCapacity = computer.UsableMemoryBytes,
        VirtualMachinePath = computer.VirtualMachinePath,
        VirtualHardDiskPath = computer.VirtualHardDiskPath,
        MacAddressRange = lab.MacRangeOf(computer.Key),
    };
}
