namespace HyperVLab.Engine.Hosts;

/// <summary>A server with work of its own.</summary>
public sealed record ServerView
{
    /// <summary>Its number among such servers.</summary>
    public required int Key { get; init; }

    /// <summary>The number of its computer.</summary>
    public required int ComputerKey { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>How far its computer is between off and running.</summary>
    public required ComputerState State { get; init; }

    /// <summary>Whether Windows PE runs on it in place of its own operating system.</summary>
    public required bool IsInPreinstallation { get; init; }

    /// <summary>The operating system, with its service pack.</summary>
    public required string OperatingSystem { get; init; }

    /// <summary>The service pack; 0 for none.</summary>
    public required int ServicePack { get; init; }

    /// <summary>The machine SID.</summary>
    public required string MachineSid { get; init; }

    /// <summary>Its processors' cores.</summary>
    public required int ProcessorCount { get; init; }

    /// <summary>Installed memory in bytes.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>Its devices.</summary>
    public required IReadOnlyList<ServerDevice> Devices { get; init; }

    /// <summary>What its processors do, in percent of all of them.</summary>
    public required int ProcessorPercent { get; init; }

    /// <summary>What it reads from and writes to its disks, in operations a second.</summary>
    public required int DiskOperationsPerSecond { get; init; }

    /// <summary>What it sends and receives, in bits a second.</summary>
    public required long NetworkBitsPerSecond { get; init; }

    /// <summary>How many transfers a second its ledger takes down.</summary>
    public required int WorkRate { get; init; }

    /// <summary>How many transfers its ledger has.</summary>
    public required long WorkCount { get; init; }

    internal static ServerView Of(LabState lab, PhysicalServer server)
    {
        PhysicalComputer computer = lab.Computers[server.Computer];
        return new ServerView
        {
            Key = server.Key.Number,
            ComputerKey = computer.Key.Number,
            Name = computer.Name,
            State = computer.State,
            IsInPreinstallation = server.IsInPreinstallation,
            OperatingSystem = Servers.SystemOf(lab, server),
            ServicePack = server.ServicePack,
            MachineSid = server.MachineSid,
            ProcessorCount = computer.LogicalProcessorCount,
            MemoryBytes = computer.MemoryBytes,
            Devices = [.. server.Devices.Select(id => ServerDevices.Find(id)!)],
            ProcessorPercent = server.ProcessorPercent,
            DiskOperationsPerSecond = server.DiskOperationsPerSecond,
            NetworkBitsPerSecond = server.NetworkBitsPerSecond,
            WorkRate = server.WorkRate,
            WorkCount = server.WorkAt(lab.Now),
        };
    }
}
