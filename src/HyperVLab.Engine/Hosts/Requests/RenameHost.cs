using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Requests;

/// <summary>
/// Gives a computer another name, which it takes with its next boot. It is done at the computer's own console.
/// </summary>
public sealed record RenameHost : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The name, unique among the lab's computers and clusters.</summary>
    public required string NewName { get; init; }

    /// <summary>Whether to restart the computer for it.</summary>
    public bool Restart { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        PhysicalComputer computer = lab.RequireRunning(Computer);
        if (string.Equals(NewName, computer.PendingName ?? computer.Name, StringComparison.Ordinal))
        {
            throw DirectoryErrors.NewNameIsOldName.For(computer.Name, computer.Name);
        }

        HostNames.DemandFree(lab, NewName, computer);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        PhysicalComputer computer = lab.Computers[Computer];
        job.Give(Computer);
        computer.RenameAtBoot(NewName);
        if (Restart)
        {
            ComputerPower.Begin(lab, computer, ComputerAction.Restart, job);
        }
        else
        {
            lab.Warn(job.Key, HostWarnings.TakesEffectAfterRestart(computer.Name));
        }
    }
}
