using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Requests;

/// <summary>Gives a server with work of its own another load.</summary>
public sealed record SetServer : LabRequest
{
    /// <summary>The server.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>How many transfers a second its ledger takes down, 0 for none; null to leave it.</summary>
    public int? WorkRate { get; init; }

    /// <summary>What its processors do, in percent of all of them; null to leave it.</summary>
    public int? ProcessorPercent { get; init; }

    /// <summary>What it reads and writes, in operations a second; null to leave it.</summary>
    public int? DiskOperationsPerSecond { get; init; }

    /// <summary>What it sends and receives, in bits a second; null to leave it.</summary>
    public long? NetworkBitsPerSecond { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        Servers.Require(lab, Computer);
        if (WorkRate is null && ProcessorPercent is null && DiskOperationsPerSecond is null
            && NetworkBitsPerSecond is null)
        {
            throw HostErrors.NothingToChange.For(lab.NameOf(Computer));
        }

        HardwareRules.DemandBetween(nameof(WorkRate), WorkRate ?? 0, 0, ServerSettings.MostWork);
        HardwareRules.DemandBetween(nameof(ProcessorPercent), ProcessorPercent ?? 0, 0, 100);
        HardwareRules.DemandBetween(
            nameof(DiskOperationsPerSecond), DiskOperationsPerSecond ?? 0, 0, ServerSettings.MostDiskOperations);
        HardwareRules.DemandBetween(
            nameof(NetworkBitsPerSecond), NetworkBitsPerSecond ?? 0, 0, ServerSettings.MostNetworkBits);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        PhysicalServer server = Servers.Require(lab, Computer);
        server.Load(
            lab.Now,
            WorkRate ?? server.WorkRate,
            ProcessorPercent ?? server.ProcessorPercent,
            DiskOperationsPerSecond ?? server.DiskOperationsPerSecond,
            NetworkBitsPerSecond ?? server.NetworkBitsPerSecond);
        job.Give(server.Key);
    }
}
