using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Takes adapters out of the team that is embedded in a virtual switch.</summary>
public sealed record RemoveVMSwitchTeamMember : LabRequest
{
    /// <summary>The switch.</summary>
    [Target("VMSwitchName")]
    public required Key<VirtualSwitch> VMSwitch { get; init; }

    /// <summary>The adapters, by their connections' names.</summary>
    public IReadOnlyList<string>? NetAdapterName { get; init; }

    /// <summary>The adapters, by what their drivers call them.</summary>
    public IReadOnlyList<string>? NetAdapterInterfaceDescription { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualSwitch known = VMSwitchRules.DemandSwitch(lab, caller, VMSwitch);
        List<NetworkAdapter> removed = Named(lab, known);
        if (removed.Count == 0)
        {
            throw TeamErrors.NothingToChange.For(known.Name, $"the virtual switch '{known.Name}'");
        }

        TeamRules.DemandRemovable(lab, EmbeddedTeams.DemandOf(lab, known), removed);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VirtualSwitch known = lab.VirtualSwitches[VMSwitch];
        NetworkAdapter team = EmbeddedTeams.Of(lab, known)!;
        foreach (NetworkAdapter member in Named(lab, known).Distinct())
        {
            Bonds.RemoveMember(lab, team, member);
        }

        job.Give(VMSwitch);
    }

    private List<NetworkAdapter> Named(LabState lab, VirtualSwitch known) => NetworkRules.DemandAdapters(
        lab, lab.Computers[known.Computer], NetAdapterName, NetAdapterInterfaceDescription);
}
