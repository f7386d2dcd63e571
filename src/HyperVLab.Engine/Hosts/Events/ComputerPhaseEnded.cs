using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Events;

/// <summary>A computer's installation, boot or shutdown is through.</summary>
/// <param name="Computer">The computer.</param>
/// <param name="Phase">The state that ends.</param>
internal sealed record ComputerPhaseEnded(Key<PhysicalComputer> Computer, ComputerState Phase) : LabEvent
{
    /// <inheritdoc/>
    internal override void Apply(LabState lab)
    {
        if (lab.Computers.Find(Computer) is { } computer && computer.State == Phase)
        {
            ComputerPower.EndPhase(lab, computer);
        }
    }
}
