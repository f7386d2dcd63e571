namespace HyperVLab.Engine.Compute.Load;

/// <summary>What becomes of traffic, and what it costs.</summary>
/// <param name="Flows">Each of it, in the order asked.</param>
/// <param name="Processors">The processors that it costs, by host, then machine, then number.</param>
public sealed record LoadView(IReadOnlyList<LoadFlowView> Flows, IReadOnlyList<LoadProcessorView> Processors);
