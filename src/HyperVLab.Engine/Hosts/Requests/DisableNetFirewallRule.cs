using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Requests;

/// <summary>Switches a group of a computer's firewall rules off. It is done at the computer's own console.</summary>
public sealed record DisableNetFirewallRule : LabRequest
{
    /// <summary>The group, such as <c>Remote Volume Management</c>.</summary>
    public required string DisplayGroup { get; init; }

    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller) =>
        FirewallGroups.Demand(lab, lab.RequireRunning(Computer), DisplayGroup);

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        FirewallGroup group = FirewallGroups.Find(lab, Computer, DisplayGroup)!;
        group.Enable(false);
        job.Give(group.Key);
    }
}
