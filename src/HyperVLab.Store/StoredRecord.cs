namespace HyperVLab.Store;

/// <summary>What a database says of a lab.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Applied">How many events were applied to it.</param>
internal sealed record StoredRecord(string Name, long Seed, long Applied);
