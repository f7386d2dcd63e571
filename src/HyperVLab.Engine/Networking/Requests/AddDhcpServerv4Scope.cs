using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Lets a computer give away a range of addresses of a subnet that it stands in.</summary>
public sealed record AddDhcpServerv4Scope : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The scope's name, unique in the lab.</summary>
    public required string Name { get; init; }

    /// <summary>The first address.</summary>
    public required string StartRange { get; init; }

    /// <summary>The last address.</summary>
    public required string EndRange { get; init; }

    /// <summary>The subnet's mask.</summary>
    public required string SubnetMask { get; init; }

    /// <summary>How long an address is given away for; null for eight days.</summary>
    public TimeSpan? LeaseDuration { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        PhysicalComputer computer = lab.RequireRunning(Computer);
        int prefixLength = IPv4.PrefixOf(SubnetMask) ?? throw NetworkErrors.MaskNotPossible.For(Name, SubnetMask);
        NetworkRules.DemandAddress(StartRange, prefixLength);
        if (NetworkOf(lab) is null)
        {
            throw NetworkErrors.ServerElsewhere.For(computer.Name, computer.Name, StartRange);
        }

        Pool(lab).Validate(lab, caller);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job) => Pool(lab).Act(lab, job);

    private NewAddressPool Pool(LabState lab) => new()
    {
        Name = Name,
        PhysicalSwitch = NetworkOf(lab)!.Value,
        StartRange = StartRange,
        EndRange = EndRange,
        PrefixLength = IPv4.PrefixOf(SubnetMask)!.Value,
        Server = Computer,
        LeaseDuration = LeaseDuration,
    };

    private Key<PhysicalSwitch>? NetworkOf(LabState lab) =>
        Networks.SubnetWith(lab, Computer, StartRange) is { } subnet
            ? Fabric.CardOf(lab, Endpoint.Of(lab, lab.NetworkAdapters[subnet.Adapter]))?.PhysicalSwitch
            : null;
}
