using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Requests;

/// <summary>Shuts a computer down cleanly, or cuts its power as the chassis' management module does.</summary>
public sealed record StopHost : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>Cuts the power at once: nothing is saved, what was not flushed is lost.</summary>
    public bool TurnOff { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller) =>
        ComputerPower.Demand(lab.RequireComputer(Computer), Action);

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        job.Give(Computer);
        ComputerPower.Begin(lab, lab.Computers[Computer], Action, job);
    }

    private ComputerAction Action => TurnOff ? ComputerAction.CutPower : ComputerAction.ShutDown;
}
