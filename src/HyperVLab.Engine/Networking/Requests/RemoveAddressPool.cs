using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Removes a pool; who has one of its addresses keeps it.</summary>
public sealed record RemoveAddressPool : LabRequest
{
    /// <summary>The pool.</summary>
    [Target("Name")]
    public required Key<AddressPool> AddressPool { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        if (!lab.AddressPools.Contains(AddressPool))
        {
            throw NetworkErrors.NoSuchPool.For(AddressPool.ToString());
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        foreach (AddressLease lease in lab.AddressLeases.Where(lease => lease.Pool == AddressPool).ToList())
        {
            lab.AddressLeases.Remove(lease.Key);
        }

        lab.AddressPools.Remove(AddressPool);
    }
}
