namespace HyperVLab.Simulation.Tests;

internal sealed record Part(
    int Number, long Bytes, TimeSpan Duration, Guid Id, double Rate, DayOfWeek Day, Key<Thing>? Of);
