using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Lets a range of addresses be given away in the network of a physical switch.</summary>
public sealed record NewAddressPool : LabRequest
{
    /// <summary>Its name, unique in the lab.</summary>
    public required string Name { get; init; }

    /// <summary>The switch whose network it serves.</summary>
    [Target("PhysicalSwitchName")]
    public required Key<PhysicalSwitch> PhysicalSwitch { get; init; }

    /// <summary>The first address.</summary>
    public required string StartRange { get; init; }

    /// <summary>The last address.</summary>
    public required string EndRange { get; init; }

    /// <summary>How many leading bits name the subnet.</summary>
    public int PrefixLength { get; init; } = 24;

    /// <summary>The subnet's gateway; null for none.</summary>
    public string? DefaultGateway { get; init; }

    /// <summary>The name server; null for none.</summary>
    public string? DnsServer { get; init; }

    /// <summary>The computer that serves it, which has to run and to be reached; null for the network itself.</summary>
    [Target("ComputerName")]
    public Key<PhysicalComputer>? Server { get; init; }

    /// <summary>How long an address is given away for; null for eight days.</summary>
    public TimeSpan? LeaseDuration { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        NetworkRules.DemandName(Name);
        if (lab.AddressPools.Any(pool => string.Equals(pool.Name, Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw NetworkErrors.PoolNameTaken.For(Name, Name);
        }

        PhysicalSwitch serves = lab.PhysicalSwitches.Find(PhysicalSwitch)
            ?? throw NetworkErrors.NoSuchSwitch.For(PhysicalSwitch.ToString());
        if (Addresses.PoolOf(lab, PhysicalSwitch) is { } other)
        {
            throw NetworkErrors.NetworkHasPool.For(serves.Name, serves.Name, other.Name);
        }

        if (Server is { } server)
        {
            lab.RequireRunning(server);
            if (lab.AddressPools.FirstOrDefault(pool => pool.Server == server
                && IPv4.InOneSubnet(pool.Range.First, StartRange, pool.Range.PrefixLength)) is { } same)
            {
                throw NetworkErrors.ServerHasScope.For(Name, lab.NameOf(server), same.Name);
            }
        }

        if (LeaseDuration is { } duration && (duration < TimeSpan.FromMinutes(1) || duration > TimeSpan.FromDays(999)))
        {
            throw NetworkErrors.LeaseNotPossible.For(Name);
        }

        NetworkRules.DemandAddress(StartRange, PrefixLength);
        NetworkRules.DemandAddress(EndRange, PrefixLength);
        NetworkRules.DemandGateway(DefaultGateway, StartRange, PrefixLength);
        NetworkRules.DemandServer(DnsServer);
        if (!IPv4.InOneSubnet(StartRange, EndRange, PrefixLength) || IPv4.Compare(StartRange, EndRange) > 0)
        {
            throw NetworkErrors.PoolRangeNotPossible.For(
                Name, StartRange, EndRange, NetworkRules.Text(PrefixLength));
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        var range = new AddressRange(StartRange, EndRange, PrefixLength, DefaultGateway, DnsServer);
        AddressPool made = lab.AddressPools.Add(key => new AddressPool(key, Name, PhysicalSwitch, range));
        made.ServeBy(Server, LeaseDuration);
        job.Give(made.Key);
        foreach (NetworkAdapter adapter in lab.NetworkAdapters)
        {
            if (Endpoint.IsAlive(lab, adapter.Computer))
            {
                Addresses.AskPool(lab, adapter);
            }
        }
    }
}
