using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Changes how a team of network adapters works.</summary>
public sealed record SetNetLbfoTeam : LabRequest
{
    /// <summary>The team's name.</summary>
    public required string Name { get; init; }

    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>What the physical switch must know of it; null to leave it.</summary>
    public TeamingMode? TeamingMode { get; init; }

    /// <summary>By what it spreads what it sends; null to leave it.</summary>
    public LoadBalancingAlgorithm? LoadBalancingAlgorithm { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        PhysicalComputer computer = TeamRules.DemandTeaming(lab, caller, Computer);
        NetworkAdapter team = TeamRules.Demand(lab, computer, Name);
        if (TeamingMode is null && LoadBalancingAlgorithm is null)
        {
            throw TeamErrors.NothingToChange.For(Name, $"the team '{Name}'");
        }

        TeamRules.DemandAlgorithm(computer, LoadBalancingAlgorithm);
        if (TeamingMode is not null and not Networking.TeamingMode.SwitchIndependent
            && Adapters.MembersOf(lab, team).Any(member => member.IsStandby == true))
        {
            throw TeamErrors.StandbyNotPossible.For(Name);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        NetworkAdapter team = TeamRules.Find(lab, Computer, Name)!;
        TeamSettings now = team.Team!;
        Bonds.Change(lab, team, now with
        {
            Mode = TeamingMode ?? now.Mode,
            Algorithm = LoadBalancingAlgorithm ?? now.Algorithm,
        });
        job.Give(team.Key);
    }
}
