namespace HyperVLab.Engine.Compute;

/// <summary>What the bytes of a ledger say.</summary>
/// <param name="Shape">The ledger.</param>
/// <param name="Count">How many transfers are there, from the first without a gap.</param>
/// <param name="Torn">How many records are there in part.</param>
/// <param name="Problem">What is wrong beside a torn record at the end; null where nothing is.</param>
internal sealed record LedgerReading(LedgerShape Shape, long Count, int Torn, string? Problem);
