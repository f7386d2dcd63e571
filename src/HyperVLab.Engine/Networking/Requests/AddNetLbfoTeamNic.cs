using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Gives a team an adapter for a VLAN, beside the one that it has (2012).</summary>
public sealed record AddNetLbfoTeamNic : LabRequest
{
    /// <summary>The team's name.</summary>
    public required string Team { get; init; }

    /// <summary>The VLAN, 0 to 4094; 0 for untagged frames.</summary>
    public required int VlanID { get; init; }

    /// <summary>What the adapter is called; null for the team's name and the VLAN.</summary>
    public string? Name { get; init; }

    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    private string NicName(NetworkAdapter team) => Name ?? TeamNics.NameOf(team.Team!.Name, VlanID);

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        PhysicalComputer computer = TeamRules.DemandTeaming(lab, caller, Computer);
        NetworkAdapter team = TeamRules.Demand(lab, computer, Team);
        if (team.VirtualSwitch is { } taken)
        {
            throw TeamErrors.TeamInSwitch.For(Team, Team, lab.NameOf(taken));
        }

        TeamRules.DemandVlan(lab, team, VlanID);
        if (TeamNics.Of(lab, team).Count >= NetworkSettings.MaxTeamNics)
        {
            throw TeamErrors.NicsNotPossible.For(Team, NetworkRules.Text(NetworkSettings.MaxTeamNics));
        }

        NetworkRules.DemandName(NicName(team));
        TeamRules.DemandFreeName(lab, computer, NicName(team));
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        NetworkAdapter team = TeamRules.Find(lab, Computer, Team)!;
        job.Give(TeamNics.Add(lab, team, NicName(team), VlanID).Key);
    }
}
