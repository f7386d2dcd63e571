using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Requests;

/// <summary>
/// Lets a computer take no more remote desktop connections. It is done at the computer's own console.
/// </summary>
public sealed record DisableRemoteDesktop : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller) => lab.RequireRunning(Computer);

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        lab.Computers[Computer].AllowRemoteDesktop(false);
        FirewallGroups.Enable(lab, Computer, FirewallGroups.RemoteDesktop, false);
        job.Give(Computer);
    }
}
