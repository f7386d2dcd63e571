using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking.Notices;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>
/// Lets an adapter take its address from a pool, or leaves it without one until it is given a static one; and lets its
/// computer be a router.
/// </summary>
public sealed record SetNetIPInterface : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The adapter's name.</summary>
    public required string InterfaceAlias { get; init; }

    /// <summary>Whether it takes its address from a pool.</summary>
    public DhcpState? Dhcp { get; init; }

    /// <summary>Whether what comes in by it and is for others is forwarded, as a router does; null leaves it.</summary>
    public Forwarding? Forwarding { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller) => NetworkRules.DemandUntaken(
        lab, NetworkRules.DemandAdapter(lab, lab.RequireRunning(Computer), InterfaceAlias));

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        NetworkAdapter adapter = Adapters.Find(lab, Computer, InterfaceAlias)!;
        if (Forwarding is { } forwarding)
        {
            adapter.Forward(forwarding == Networking.Forwarding.Enabled);
            lab.Raise(new TrafficDisturbed());
        }

        bool isDhcp = Dhcp is { } dhcp ? dhcp == DhcpState.Enabled : adapter.IsDhcp;
        if (adapter.IsDhcp != isDhcp)
        {
            Addresses.Configure(lab, adapter, AddressSettings.Dhcp with { IsDhcp = isDhcp });
            Addresses.AskPool(lab, adapter);
        }

        job.Give(adapter.Key);
    }
}
