using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Changes the team that is embedded in a virtual switch: its adapters, or how it works.</summary>
public sealed record SetVMSwitchTeam : LabRequest
{
    /// <summary>The switch.</summary>
    [Target("Name")]
    public required Key<VirtualSwitch> VMSwitch { get; init; }

    /// <summary>All of its adapters from now on, by their connections' names; null to leave them.</summary>
    public IReadOnlyList<string>? NetAdapterName { get; init; }

    /// <summary>The same by what their drivers call them; null to leave them.</summary>
    public IReadOnlyList<string>? NetAdapterInterfaceDescription { get; init; }

    /// <summary>What the physical switch must know of it: nothing, SwitchIndependent.</summary>
    public TeamingMode? TeamingMode { get; init; }

    /// <summary>By what it spreads what it sends, HyperVPort or Dynamic; null to leave it.</summary>
    public LoadBalancingAlgorithm? LoadBalancingAlgorithm { get; init; }

    private bool NamesMembers => NetAdapterName is not null || NetAdapterInterfaceDescription is not null;

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualSwitch known = VMSwitchRules.DemandSwitch(lab, caller, VMSwitch);
        NetworkAdapter team = EmbeddedTeams.DemandOf(lab, known);
        if (!NamesMembers && TeamingMode is null && LoadBalancingAlgorithm is null)
        {
            throw TeamErrors.NothingToChange.For(known.Name, $"the virtual switch '{known.Name}'");
        }

        if (TeamingMode is not null and not Networking.TeamingMode.SwitchIndependent
            || LoadBalancingAlgorithm is not null and not Networking.LoadBalancingAlgorithm.HyperVPort
                and not Networking.LoadBalancingAlgorithm.Dynamic)
        {
            throw TeamErrors.EmbeddedAlgorithm.For(known.Name);
        }

        if (NamesMembers)
        {
            TeamRules.DemandMembers(
                lab, "An embedded team", Named(lab, known), NetworkSettings.MaxEmbeddedTeamMembers, exceptOf: team);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VirtualSwitch known = lab.VirtualSwitches[VMSwitch];
        NetworkAdapter team = EmbeddedTeams.Of(lab, known)!;
        if (NamesMembers)
        {
            Replace(lab, team, Named(lab, known));
        }

        if (LoadBalancingAlgorithm is { } algorithm && algorithm != team.Team!.Algorithm)
        {
            Bonds.Change(lab, team, team.Team with { Algorithm = algorithm });
        }

        job.Give(VMSwitch);
    }

    private static void Replace(LabState lab, NetworkAdapter team, List<NetworkAdapter> wanted)
    {
        List<NetworkAdapter> now = [.. Adapters.MembersOf(lab, team)];
        foreach (NetworkAdapter added in wanted.Except(now))
        {
            Bonds.Add(lab, team, added, isStandby: false);
        }

        foreach (NetworkAdapter removed in now.Except(wanted))
        {
            Bonds.RemoveMember(lab, team, removed);
        }
    }

    private List<NetworkAdapter> Named(LabState lab, VirtualSwitch known) => NetworkRules.DemandAdapters(
        lab, lab.Computers[known.Computer], NetAdapterName, NetAdapterInterfaceDescription);
}
