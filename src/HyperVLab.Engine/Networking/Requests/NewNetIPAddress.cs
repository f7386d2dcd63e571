using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Gives an adapter a static address in place of one from a pool.</summary>
public sealed record NewNetIPAddress : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The adapter's name.</summary>
    public required string InterfaceAlias { get; init; }

    /// <summary>The address.</summary>
    public required string IPAddress { get; init; }

    /// <summary>How many leading bits name the subnet.</summary>
    public int PrefixLength { get; init; } = 24;

    /// <summary>Where what is for other subnets goes; null for nowhere.</summary>
    public string? DefaultGateway { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        PhysicalComputer computer = lab.RequireRunning(Computer);
        NetworkAdapter adapter = NetworkRules.DemandAdapter(lab, computer, InterfaceAlias);
        NetworkRules.DemandUntaken(lab, adapter);
        NetworkRules.DemandAddress(IPAddress, PrefixLength);
        NetworkRules.DemandGateway(DefaultGateway, IPAddress, PrefixLength);
        if (adapter is { IsDhcp: false, IPAddress: { } own })
        {
            throw NetworkErrors.HasAddress.For(adapter.Name, adapter.Name, computer.Name, own);
        }

        if (IPAddress != adapter.IPAddress && Addresses.OwnerOf(lab, IPAddress) is { } owner)
        {
            throw NetworkErrors.AddressTaken.For(IPAddress, IPAddress, owner);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        NetworkAdapter adapter = Adapters.Find(lab, Computer, InterfaceAlias)!;
        Addresses.Configure(lab, adapter, new AddressSettings(
            IPAddress, PrefixLength, DefaultGateway, null, IsDhcp: false));
        job.Give(adapter.Key);
    }
}
