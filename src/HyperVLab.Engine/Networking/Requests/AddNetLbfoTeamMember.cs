using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Adds an adapter to a team.</summary>
public sealed record AddNetLbfoTeamMember : LabRequest
{
    /// <summary>The adapter's name.</summary>
    public required string Name { get; init; }

    /// <summary>The team's name.</summary>
    public required string Team { get; init; }

    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>Whether it carries frames, or only while another member cannot.</summary>
    public TeamMemberMode AdministrativeMode { get; init; }

    private bool IsStandby => AdministrativeMode == TeamMemberMode.Standby;

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        PhysicalComputer computer = TeamRules.DemandTeaming(lab, caller, Computer);
        NetworkAdapter team = TeamRules.Demand(lab, computer, Team);
        NetworkAdapter member = NetworkRules.DemandAdapter(lab, computer, Name);
        NetworkRules.DemandUntaken(lab, member);
        List<NetworkAdapter> now = [.. Adapters.MembersOf(lab, team)];
        TeamRules.DemandMembers(
            lab, $"The team '{Team}'", [.. now, member], NetworkSettings.MaxTeamMembers, exceptOf: team);
        if (IsStandby && (team.Team!.NeedsChannel || now.Exists(one => one.IsStandby == true)))
        {
            throw TeamErrors.StandbyNotPossible.For(Name);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        NetworkAdapter member = Adapters.Find(lab, Computer, Name)!;
        Bonds.Add(lab, TeamRules.Find(lab, Computer, Team)!, member, IsStandby);
        job.Give(member.Key);
    }
}
