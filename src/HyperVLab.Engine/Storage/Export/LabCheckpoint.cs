namespace HyperVLab.Engine.Storage;

/// <summary>A checkpoint of a whole lab.</summary>
/// <param name="Number">The number of its folder.</param>
/// <param name="Name">Its name.</param>
/// <param name="Time">Virtual time of the lab then.</param>
/// <param name="EventsApplied">How many events had been applied.</param>
/// <param name="JournalHash">The journal hash then.</param>
public sealed record LabCheckpoint(int Number, string Name, TimeSpan Time, long EventsApplied, string JournalHash);
