using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Takes an adapter out of a team.</summary>
public sealed record RemoveNetLbfoTeamMember : LabRequest
{
    /// <summary>The adapter's name.</summary>
    public required string Name { get; init; }

    /// <summary>The team's name.</summary>
    public required string Team { get; init; }

    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        PhysicalComputer computer = TeamRules.DemandTeaming(lab, caller, Computer);
        NetworkAdapter team = TeamRules.Demand(lab, computer, Team);
        TeamRules.DemandRemovable(lab, team, [TeamRules.DemandMember(lab, team, Name)]);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job) => Bonds.RemoveMember(
        lab, TeamRules.Find(lab, Computer, Team)!, Adapters.Find(lab, Computer, Name)!);
}
