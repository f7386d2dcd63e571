namespace HyperVLab.Engine.Networking;

/// <summary>An Ethernet frame on its way.</summary>
/// <param name="From">Who sent it.</param>
/// <param name="To">For whom it is; null for everybody.</param>
internal readonly record struct Frame(Endpoint From, Endpoint? To)
{
    /// <summary>Its VLAN: the sender's.</summary>
    public int VlanId => From.VlanId;
}
