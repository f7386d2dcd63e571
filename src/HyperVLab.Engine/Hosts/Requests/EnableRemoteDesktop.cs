using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Requests;

/// <summary>Lets a computer take remote desktop connections. It is done at the computer's own console.</summary>
public sealed record EnableRemoteDesktop : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller) => lab.RequireRunning(Computer);

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        lab.Computers[Computer].AllowRemoteDesktop(true);
        FirewallGroups.Enable(lab, Computer, FirewallGroups.RemoteDesktop, true);
        job.Give(Computer);
    }
}
