using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Takes from a team an adapter for a VLAN; the one that came with the team goes with it only.</summary>
public sealed record RemoveNetLbfoTeamNic : LabRequest
{
    /// <summary>The team's name.</summary>
    public required string Team { get; init; }

    /// <summary>The adapter's VLAN; null for the one in its default mode, which stays.</summary>
    public required int? VlanID { get; init; }

    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        NetworkAdapter team = TeamRules.Demand(lab, TeamRules.DemandTeaming(lab, caller, Computer), Team);
        NetworkAdapter nic = Nic(lab, team) ?? throw TeamErrors.NoNicOfVlan.For(
            Team, Team, VlanID is { } vlanId ? NetworkRules.Text(vlanId) : "none");
        if (nic == team)
        {
            throw TeamErrors.PrimaryNic.For(nic.Name, nic.Name, team.Team!.Name);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job) =>
        TeamNics.Remove(lab, Nic(lab, TeamRules.Find(lab, Computer, Team)!)!);

    private NetworkAdapter? Nic(LabState lab, NetworkAdapter team) =>
        TeamNics.Of(lab, team).Find(nic => nic.TeamVlanId == VlanID);
}
