using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Takes an address off the adapter of a computer.</summary>
public sealed record RemoveNetIPAddress : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The address.</summary>
    public required string IPAddress { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        PhysicalComputer computer = lab.RequireRunning(Computer);
        NetworkAdapter adapter = Find(lab)
            ?? throw NetworkErrors.HasNoAddress.For(IPAddress, computer.Name, IPAddress);
        NetworkRules.DemandUntaken(lab, adapter);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        NetworkAdapter adapter = Find(lab)!;
        Addresses.Configure(lab, adapter, AddressSettings.Dhcp with { IsDhcp = false });
        job.Give(adapter.Key);
    }

    private NetworkAdapter? Find(LabState lab) =>
        Adapters.Of(lab, Computer).FirstOrDefault(adapter => adapter.IPAddress == IPAddress);
}
