namespace HyperVLab.Engine.Hosts;

/// <summary>A physical computer.</summary>
public sealed record PhysicalComputerView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its name with the domain's.</summary>
    public required string FullyQualifiedDomainName { get; init; }

    /// <summary>The name that it takes with its next boot.</summary>
    public string? PendingName { get; init; }

    /// <summary>What it is there for.</summary>
    public required ComputerRole Role { get; init; }

    /// <summary>The hardware's identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>How far it is between off and running.</summary>
    public required ComputerState State { get; init; }

    /// <summary>Whether it can be switched on: no fault keeps power from it.</summary>
    public required bool HasPower { get; init; }

    /// <summary>Whether no fault keeps its management agent from answering.</summary>
    public required bool AgentAnswers { get; init; }

    /// <summary>The installed edition's name; null for bare metal.</summary>
    public string? Edition { get; init; }

    /// <summary>The installed edition's short name.</summary>
    public string? EditionId { get; init; }

    /// <summary>The chassis that it stands in.</summary>
    public string? Chassis { get; init; }

    /// <summary>The chassis' number.</summary>
    public int? ChassisKey { get; init; }

    /// <summary>Its bay of the chassis.</summary>
    public int? Bay { get; init; }

    /// <summary>The domain that it is a member of.</summary>
    public string? Domain { get; init; }

    /// <summary>The domain's number.</summary>
    public int? DomainKey { get; init; }

    /// <summary>The domain that it joins with its next boot.</summary>
    public string? PendingDomain { get; init; }

    /// <summary>What it is built of.</summary>
    public required HostHardware Hardware { get; init; }

    /// <summary>Processors that the operating system uses.</summary>
    public required int LogicalProcessorCount { get; init; }

    /// <summary>Installed memory in bytes.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>Memory that a virtual machine can still reserve, in bytes.</summary>
    public required long MemoryAvailableBytes { get; init; }

    /// <summary>How long its operating system has been up; null unless it runs.</summary>
    public TimeSpan? Uptime { get; init; }

    /// <summary>Whether remote desktop connections are taken.</summary>
    public required bool RemoteDesktopEnabled { get; init; }

    /// <summary>Whether it can be managed remotely.</summary>
    public required bool RemoteManagementEnabled { get; init; }

    /// <summary>Whether multipath I/O claims disks.</summary>
    public required bool MpioEnabled { get; init; }

    /// <summary>What waits for a restart; empty where nothing does.</summary>
    public required IReadOnlyList<string> RestartReasons { get; init; }

    /// <summary>The roles and features that work on it.</summary>
    public required IReadOnlyList<string> WorkingFeatures { get; init; }

    /// <summary>Where configurations go unless said otherwise.</summary>
    public required string VirtualMachinePath { get; init; }

    /// <summary>Where virtual hard disks go unless said otherwise.</summary>
    public required string VirtualHardDiskPath { get; init; }

    /// <summary>Whether its parent partition hangs.</summary>
    public required bool IsHung { get; init; }

    internal static PhysicalComputerView Of(LabState lab, PhysicalComputer computer) => new()
    {
        Key = computer.Key.Number,
        Name = computer.Name,
        FullyQualifiedDomainName = lab.FullNameOf(computer),
        PendingName = computer.PendingName,
        Role = computer.Role,
        Id = computer.Id,
        State = computer.State,
        HasPower = computer.HasPower,
        AgentAnswers = computer is { AgentFaults: 0, IsHung: false },
        IsHung = computer.IsHung,
        Edition = computer.Edition?.Name,
        EditionId = computer.EditionId,
        Chassis = lab.Chassis.Find(computer.Chassis)?.Name,
        ChassisKey = computer.Chassis?.Number,
        Bay = computer.Bay,
        Domain = lab.Domains.Find(computer.Domain)?.Name,
        DomainKey = computer.Domain?.Number,
        PendingDomain = lab.Domains.Find(computer.PendingDomain)?.Name,
        Hardware = computer.Hardware,
        LogicalProcessorCount = computer.LogicalProcessorCount,
        MemoryBytes = computer.MemoryBytes,
        MemoryAvailableBytes = computer.MemoryAvailableBytes,
        Uptime = lab.Now - computer.BootedAt,
        RemoteDesktopEnabled = computer.RemoteDesktopEnabled,
        RemoteManagementEnabled = computer.RemoteManagementEnabled,
        MpioEnabled = computer.MpioEnabled,
        RestartReasons = ComputerServicing.PendingReasons(lab, computer),
        WorkingFeatures = computer.WorkingFeatures,
        VirtualMachinePath = computer.VirtualMachinePath,
        VirtualHardDiskPath = computer.VirtualHardDiskPath,
    };
}
