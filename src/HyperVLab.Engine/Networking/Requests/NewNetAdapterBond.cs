using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Makes one adapter of several with the vendor's driver.</summary>
public sealed record NewNetAdapterBond : LabRequest
{
    /// <summary>The bond's name, unique among the computer's adapters.</summary>
    public required string Name { get; init; }

    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The names of the adapters, two or more; the first one's addresses become the bond's.</summary>
    public required IReadOnlyList<string> TeamMembers { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        PhysicalComputer computer = lab.RequireRunning(Computer);
        NetworkRules.DemandName(Name);
        if (Adapters.Find(lab, Computer, Name) is not null)
        {
            throw NetworkErrors.AdapterNameTaken.For(Name, computer.Name, Name);
        }

        List<NetworkAdapter> members =
            [.. TeamMembers.Select(name => NetworkRules.DemandAdapter(lab, computer, name))];
        if (members.Count < 2 || members.Distinct().Count() < members.Count)
        {
            throw NetworkErrors.BondTooSmall.For(Name);
        }

        foreach (NetworkAdapter member in members)
        {
            DemandMember(lab, members[0], member);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job) => job.Give(
        Bonds.Create(
            lab,
            Computer,
            NetworkAdapterKind.Bond,
            Name,
            [.. TeamMembers.Select(name => Adapters.Find(lab, Computer, name)!)]).Key);

    private static void DemandMember(LabState lab, NetworkAdapter first, NetworkAdapter member)
    {
        if (member.Kind != NetworkAdapterKind.Physical)
        {
            throw NetworkErrors.AdapterNotPhysical.For(member.Name, member.Name, lab.NameOf(member.Computer));
        }

        NetworkRules.DemandUntaken(lab, member);
        if (member.PhysicalSwitch is not { } leads || first.PhysicalSwitch is not { } expected
            || Ports.RootOf(lab, leads) != Ports.RootOf(lab, expected))
        {
            throw NetworkErrors.BondAcrossNetworks.For(member.Name, member.Name);
        }
    }
}
