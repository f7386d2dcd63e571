using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Says whether a member of a team carries, or only while another one cannot.</summary>
public sealed record SetNetLbfoTeamMember : LabRequest
{
    /// <summary>The adapter's name.</summary>
    public required string Name { get; init; }

    /// <summary>The team's name.</summary>
    public required string Team { get; init; }

    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>Whether it carries frames, or only while another member cannot.</summary>
    public required TeamMemberMode AdministrativeMode { get; init; }

    private bool IsStandby => AdministrativeMode == TeamMemberMode.Standby;

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        PhysicalComputer computer = TeamRules.DemandTeaming(lab, caller, Computer);
        NetworkAdapter team = TeamRules.Demand(lab, computer, Team);
        NetworkAdapter member = TeamRules.DemandMember(lab, team, Name);
        List<NetworkAdapter> others = [.. Adapters.MembersOf(lab, team).Where(one => one != member)];
        if (IsStandby && (team.Team!.NeedsChannel || others.Count == 0
            || others.Exists(static one => one.IsStandby == true)))
        {
            throw TeamErrors.StandbyNotPossible.For(Name);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        NetworkAdapter member = Adapters.Find(lab, Computer, Name)!;
        Bonds.SetStandby(lab, TeamRules.Find(lab, Computer, Team)!, member, IsStandby);
        job.Give(member.Key);
    }
}
