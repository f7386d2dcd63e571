using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Events;

/// <summary>The time of a lease is over whose holder does not reach the server.</summary>
/// <param name="Lease">The lease.</param>
internal sealed record LeaseLossDue(Key<AddressLease> Lease) : LabEvent
{
    /// <inheritdoc/>
    public override bool IsBackground => true;

    /// <inheritdoc/>
    internal override void Apply(LabState lab)
    {
        if (lab.AddressLeases.Find(Lease) is { LossEvent: not null } lease)
        {
            LeaseReach.Lose(lab, lease);
        }
    }
}
