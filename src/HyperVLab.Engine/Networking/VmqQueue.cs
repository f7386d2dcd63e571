namespace HyperVLab.Engine.Networking;

/// <summary>A receive queue of a card.</summary>
/// <param name="QueueId">Its number; 0 is the default queue, for everybody who has none.</param>
/// <param name="Port">The port of the virtual switch that it belongs to; null for the default queue.</param>
/// <param name="Processor">The processor of the parent partition that serves it.</param>
internal sealed record VmqQueue(int QueueId, VirtualPort? Port, int Processor);
