using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Takes a bond apart; its first adapter gets its addresses back.</summary>
public sealed record RemoveNetAdapterBond : LabRequest
{
    /// <summary>The bond's name.</summary>
    public required string Name { get; init; }

    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        PhysicalComputer computer = lab.RequireRunning(Computer);
        NetworkAdapter bond = NetworkRules.DemandAdapter(lab, computer, Name);
        if (bond.Kind != NetworkAdapterKind.Bond)
        {
            throw NetworkErrors.NotABond.For(Name, bond.Name, computer.Name);
        }

        NetworkRules.DemandUntaken(lab, bond);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job) => Bonds.Remove(lab, Adapters.Find(lab, Computer, Name)!);
}
