using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Makes a team of network adapters, which is one adapter to whoever uses it (2012).</summary>
public sealed record NewNetLbfoTeam : LabRequest
{
    /// <summary>The team's name, unique on its computer.</summary>
    public required string Name { get; init; }

    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The names of the adapters, one or more; the first one's addresses become the team's.</summary>
    public required IReadOnlyList<string> TeamMembers { get; init; }

    /// <summary>What the team's adapter is called; null for the team's name.</summary>
    public string? TeamNicName { get; init; }

    /// <summary>What the physical switch must know of it; null for nothing.</summary>
    public TeamingMode? TeamingMode { get; init; }

    /// <summary>By what it spreads what it sends; null for Dynamic, on 2012 TransportPorts.</summary>
    public LoadBalancingAlgorithm? LoadBalancingAlgorithm { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        PhysicalComputer computer = TeamRules.DemandTeaming(lab, caller, Computer);
        string nic = TeamNicName ?? Name;
        NetworkRules.DemandName(Name);
        NetworkRules.DemandName(nic);
        if (TeamRules.Find(lab, Computer, Name) is not null)
        {
            throw TeamErrors.NameTaken.For(Name, computer.Name, Name);
        }

        TeamRules.DemandFreeName(lab, computer, nic);
        TeamRules.DemandMembers(
            lab,
            $"The team '{Name}'",
            NetworkRules.DemandAdapters(lab, computer, TeamMembers, null),
            NetworkSettings.MaxTeamMembers);
        TeamRules.DemandAlgorithm(computer, LoadBalancingAlgorithm);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job) => job.Give(Bonds.Create(
        lab,
        Computer,
        NetworkAdapterKind.Team,
        TeamNicName ?? Name,
        [.. TeamMembers.Select(name => Adapters.Find(lab, Computer, name)!)],
        new TeamSettings(
            Name,
            TeamingMode ?? Networking.TeamingMode.SwitchIndependent,
            LoadBalancingAlgorithm ?? TeamRules.UsualAlgorithm(lab.Computers[Computer]))).Key);
}
