namespace HyperVLab.Simulation.Tests;

internal sealed record Tick(int Number, bool IsBackground = false) : IScheduled;
