using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Requests;

/// <summary>Shuts a computer down cleanly and boots it again.</summary>
public sealed record RestartHost : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller) =>
        ComputerPower.Demand(lab.RequireComputer(Computer), ComputerAction.Restart);

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        job.Give(Computer);
        ComputerPower.Begin(lab, lab.Computers[Computer], ComputerAction.Restart, job);
    }
}
