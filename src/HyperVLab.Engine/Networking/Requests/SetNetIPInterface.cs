using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>
/// Lets an adapter take its address from a pool, or leaves it without one until it is given a static one.
/// </summary>
public sealed record SetNetIPInterface : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The adapter's name.</summary>
    public required string InterfaceAlias { get; init; }

    /// <summary>Whether it takes its address from a pool.</summary>
    public required DhcpState Dhcp { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller) => NetworkRules.DemandUntaken(
        lab, NetworkRules.DemandAdapter(lab, lab.RequireRunning(Computer), InterfaceAlias));

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        NetworkAdapter adapter = Adapters.Find(lab, Computer, InterfaceAlias)!;
        bool isDhcp = Dhcp == DhcpState.Enabled;
        if (adapter.IsDhcp != isDhcp)
        {
            Addresses.Configure(lab, adapter, AddressSettings.Dhcp with { IsDhcp = isDhcp });
            Addresses.AskPool(lab, adapter);
        }

        job.Give(adapter.Key);
    }
}
