using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>Asks a server manager to look at a physical computer that is to be converted.</summary>
public sealed record MachineConfigurationQuery : LabQuery<MachineConfigurationView>
{
    /// <summary>The computer.</summary>
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>An account that administers it; null where whoever asks sees it in any case.</summary>
    public AccountProof? Credential { get; init; }

    /// <summary>The Virtual Machine Manager server; null for the only one.</summary>
    public Key<VmmServer>? VMMServer { get; init; }

    /// <inheritdoc/>
    internal override MachineConfigurationView Answer(LabState lab)
    {
        VmmServer manager = VmmAccess.Meant(lab, VMMServer);
        PhysicalServer server = Servers.Require(lab, Computer);
        PhysicalComputer computer = lab.Computers[Computer];
        if (Credential is not null)
        {
            SourceAccess.Demand(lab, LabCaller.Lab, Computer, Credential);
        }

        if (!Agents.IsServing(lab, manager) || !Agents.Answers(lab, manager, Computer))
        {
            throw ConversionErrors.NotReached.For(computer.Name, computer.Name, manager.Name);
        }

        SourceVolume[] volumes = SourceVolume.Of(lab, Computer);
        return new MachineConfigurationView
        {
            Name = computer.Name,
            OperatingSystem = Servers.SystemOf(lab, server),
            ProcessorCount = computer.LogicalProcessorCount,
            MemoryBytes = computer.MemoryBytes,
            ProcessorPercent = server.ProcessorPercent,
            DiskOperationsPerSecond = server.DiskOperationsPerSecond,
            NetworkBitsPerSecond = server.NetworkBitsPerSecond,
            Volumes = volumes,
            MacAddresses = [.. Adapters.Of(lab, Computer).Select(static adapter => adapter.MacAddress)],
            Devices = [.. server.Devices.Select(static id => ServerDevices.Find(id)!)],
            Issues =
            [
                .. ConversionScan.Run(lab, server, volumes).Select(static issue => new MachineIssueView(
                    issue.Error.ErrorId,
                    issue.Error.Format(issue.Arguments),
                    issue.BlocksOnline,
                    issue.BlocksOffline)),
            ],
        };
    }
}
