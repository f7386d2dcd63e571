using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Says which name server an adapter asks.</summary>
public sealed record SetDnsClientServerAddress : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The adapter's name.</summary>
    public required string InterfaceAlias { get; init; }

    /// <summary>The name servers, of which the first one is asked; null for none.</summary>
    public IReadOnlyList<string>? ServerAddresses { get; init; }

    /// <summary>Whether to ask the pool's name server again, or none where the address is static.</summary>
    public bool ResetServerAddresses { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        NetworkRules.DemandUntaken(
            lab, NetworkRules.DemandAdapter(lab, lab.RequireRunning(Computer), InterfaceAlias));
        if (ResetServerAddresses == ServerAddresses is { Count: > 0 })
        {
            throw NetworkErrors.ServersOrReset.For(InterfaceAlias);
        }

        foreach (string server in ServerAddresses ?? [])
        {
            NetworkRules.DemandServer(server);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        NetworkAdapter adapter = Adapters.Find(lab, Computer, InterfaceAlias)!;
        string? server = ServerAddresses is [{ } first, ..] ? first : PoolServer(lab, adapter);
        Addresses.Configure(lab, adapter, AddressSettings.Of(adapter) with { DnsServer = server });
        job.Give(adapter.Key);
    }

    private static string? PoolServer(LabState lab, NetworkAdapter adapter) =>
        adapter.IsDhcp && adapter.IPAddress is { } own && lab.LeasesByAddress.First(own) is { } lease
            ? lab.AddressPools[lease.Pool].Range.DnsServer
            : null;
}
