using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine;

/// <summary>One input of a journal as it was replayed.</summary>
/// <param name="Number">Its place in the journal, from 1.</param>
/// <param name="Time">When it came, since the lab began.</param>
/// <param name="Entry">What it was.</param>
/// <param name="Script">The PowerShell that makes it.</param>
/// <param name="Job">The job of a request that was carried out, as it stood right after; null for others.</param>
/// <param name="Refusal">What a request was refused with.</param>
public sealed record ReplayStep(
    int Number, TimeSpan Time, JournalEntry Entry, string Script, JobView? Job, LabException? Refusal);
