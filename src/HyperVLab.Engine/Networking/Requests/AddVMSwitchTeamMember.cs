using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Adds adapters to the team that is embedded in a virtual switch.</summary>
public sealed record AddVMSwitchTeamMember : LabRequest
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
        NetworkAdapter team = EmbeddedTeams.DemandOf(lab, known);
        List<NetworkAdapter> added = Named(lab, known);
        if (added.Count == 0)
        {
            throw TeamErrors.NothingToChange.For(known.Name, $"the virtual switch '{known.Name}'");
        }

        added.ForEach(member => NetworkRules.DemandUntaken(lab, member));
        TeamRules.DemandMembers(
            lab,
            "An embedded team",
            [.. Adapters.MembersOf(lab, team), .. added],
            NetworkSettings.MaxEmbeddedTeamMembers,
            exceptOf: team);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VirtualSwitch known = lab.VirtualSwitches[VMSwitch];
        NetworkAdapter team = EmbeddedTeams.Of(lab, known)!;
        Named(lab, known).ForEach(member => Bonds.Add(lab, team, member, isStandby: false));
        job.Give(VMSwitch);
    }

    private List<NetworkAdapter> Named(LabState lab, VirtualSwitch known) => NetworkRules.DemandAdapters(
        lab, lab.Computers[known.Computer], NetAdapterName, NetAdapterInterfaceDescription);
}
