using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Gives a team's adapter another VLAN, or lets its first one be in its default mode again.</summary>
public sealed record SetNetLbfoTeamNic : LabRequest
{
    /// <summary>The adapter's name.</summary>
    public required string Name { get; init; }

    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The VLAN, 0 to 4094; null with <see cref="Default"/>.</summary>
    public int? VlanID { get; init; }

    /// <summary>Whether it takes what is untagged and no other adapter's, as when the team was made.</summary>
    public bool Default { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        PhysicalComputer computer = TeamRules.DemandTeaming(lab, caller, Computer);
        NetworkAdapter nic = TeamRules.DemandNic(lab, computer, Name);
        if (Default == VlanID is not null)
        {
            throw TeamErrors.VlanOrDefault.For(Name);
        }

        NetworkAdapter team = TeamNics.TeamOf(lab, nic);
        if (team.VirtualSwitch is { } taken)
        {
            throw TeamErrors.TeamInSwitch.For(Name, team.Team!.Name, lab.NameOf(taken));
        }

        if (Default && nic != team)
        {
            throw TeamErrors.DefaultNotPossible.For(Name, Name, team.Team!.Name);
        }

        if (VlanID is { } vlanId && vlanId != nic.TeamVlanId)
        {
            TeamRules.DemandVlan(lab, team, vlanId);
        }

        if (TeamNics.RenamedTo(lab, nic, VlanID) is { } renamed && Adapters.Find(lab, Computer, renamed) != nic)
        {
            TeamRules.DemandFreeName(lab, computer, renamed);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        NetworkAdapter nic = Adapters.Find(lab, Computer, Name)!;
        TeamNics.Change(lab, nic, VlanID);
        job.Give(nic.Key);
    }
}
