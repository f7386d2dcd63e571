using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Requests;

/// <summary>
/// Lets a computer be managed remotely: WinRM, and the firewall groups for it. It is done at the computer's own
/// console.
/// </summary>
public sealed record EnableRemoteManagement : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller) => lab.RequireRunning(Computer);

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        lab.Computers[Computer].AllowRemoteManagement(true);
        FirewallGroups.Enable(lab, Computer, FirewallGroups.WindowsRemoteManagement, true);
        FirewallGroups.Enable(lab, Computer, FirewallGroups.RemoteAdministration, true);
        job.Give(Computer);
    }
}
