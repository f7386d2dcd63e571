using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Events;

/// <summary>A transfer goes on: its connection has ended, it is tried again, or it has been tried too long.</summary>
/// <param name="Transfer">The transfer.</param>
internal sealed record TransferDue(Key<Transfer> Transfer) : LabEvent
{
    /// <inheritdoc/>
    internal override void Apply(LabState lab)
    {
        if (lab.Transfers.Find(Transfer) is { } transfer)
        {
            Transfers.Advance(lab, transfer);
        }
    }
}
