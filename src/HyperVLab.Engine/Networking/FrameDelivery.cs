namespace HyperVLab.Engine.Networking;

/// <summary>That somebody got a frame.</summary>
/// <param name="Place">Who.</param>
/// <param name="Tag">The VLAN that its tag named there; 0 for an untagged frame.</param>
internal readonly record struct FrameDelivery(FramePlace Place, int Tag);
