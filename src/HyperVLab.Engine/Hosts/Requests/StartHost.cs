using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Requests;

/// <summary>Switches a computer on; it boots its operating system.</summary>
public sealed record StartHost : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        PhysicalComputer computer = lab.RequireComputer(Computer);
        ComputerPower.Demand(computer, ComputerAction.Start);
        if (computer.Edition is null)
        {
            throw HostErrors.NoOperatingSystem.For(computer.Name, computer.Name);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        job.Give(Computer);
        ComputerPower.Begin(lab, lab.Computers[Computer], ComputerAction.Start, job);
    }
}
