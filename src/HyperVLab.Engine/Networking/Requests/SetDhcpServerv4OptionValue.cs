using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Says which gateway and name server come with the addresses that a scope gives away from now on.</summary>
public sealed record SetDhcpServerv4OptionValue : LabRequest
{
    /// <summary>The scope.</summary>
    [Target("ScopeId")]
    public required Key<AddressPool> Scope { get; init; }

    /// <summary>The gateway; null leaves it.</summary>
    public string? Router { get; init; }

    /// <summary>The name server; null leaves it.</summary>
    public string? DnsServer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        AddressPool pool = lab.AddressPools.Find(Scope) ?? throw NetworkErrors.NoSuchPool.For(Scope.ToString());
        NetworkRules.DemandGateway(Router, pool.Range.First, pool.Range.PrefixLength);
        NetworkRules.DemandServer(DnsServer);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        AddressPool pool = lab.AddressPools[Scope];
        pool.Offer(pool.Range with
        {
            DefaultGateway = Router ?? pool.Range.DefaultGateway,
            DnsServer = DnsServer ?? pool.Range.DnsServer,
        });
        job.Give(Scope);
    }
}
