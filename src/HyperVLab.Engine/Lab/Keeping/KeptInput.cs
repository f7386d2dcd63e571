namespace HyperVLab.Engine.Keeping;

/// <summary>An input of a lab as a keeper writes it down.</summary>
/// <param name="Number">Which input of the lab, from 1.</param>
/// <param name="Entry">The input.</param>
/// <param name="Hash">The journal hash after it.</param>
/// <param name="IsWhole">
/// Whether giving the lab the same input again does the same; not where it brought bytes along that it does not carry.
/// </param>
public sealed record KeptInput(long Number, JournalEntry Entry, string Hash, bool IsWhole);
