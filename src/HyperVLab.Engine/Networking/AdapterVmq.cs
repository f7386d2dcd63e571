namespace HyperVLab.Engine.Networking;

/// <summary>How a card's virtual machine queues are set.</summary>
/// <param name="Enabled">Whether it sorts received frames into queues.</param>
/// <param name="BaseProcessorNumber">The first processor of the parent partition that serves its queues.</param>
/// <param name="MaxProcessors">How many do, from that one on; null for all.</param>
public sealed record AdapterVmq(bool Enabled, int BaseProcessorNumber, int? MaxProcessors);
