using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Takes a team of network adapters apart; its first adapter gets its addresses back.</summary>
public sealed record RemoveNetLbfoTeam : LabRequest
{
    /// <summary>The team's name.</summary>
    public required string Name { get; init; }

    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller) => NetworkRules.DemandUntaken(
        lab, TeamRules.Demand(lab, TeamRules.DemandTeaming(lab, caller, Computer), Name));

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job) => Bonds.Remove(lab, TeamRules.Find(lab, Computer, Name)!);
}
