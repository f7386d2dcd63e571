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

    /// <summary>The name servers; the first one is asked, and none removes it.</summary>
    public required IReadOnlyList<string> ServerAddresses { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        NetworkRules.DemandUntaken(
            lab, NetworkRules.DemandAdapter(lab, lab.RequireRunning(Computer), InterfaceAlias));
        foreach (string server in ServerAddresses)
        {
            NetworkRules.DemandServer(server);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        NetworkAdapter adapter = Adapters.Find(lab, Computer, InterfaceAlias)!;
        string? server = ServerAddresses is [{ } first, ..] ? first : null;
        Addresses.Configure(lab, adapter, AddressSettings.Of(adapter) with { DnsServer = server });
        job.Give(adapter.Key);
    }
}
