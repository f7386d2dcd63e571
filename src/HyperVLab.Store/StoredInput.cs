using HyperVLab.Engine;

namespace HyperVLab.Store;

/// <summary>An input that a database keeps.</summary>
/// <param name="Entry">The input.</param>
/// <param name="Hash">The journal hash after it.</param>
internal sealed record StoredInput(JournalEntry Entry, string Hash);
