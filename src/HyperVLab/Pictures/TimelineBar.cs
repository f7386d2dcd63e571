namespace HyperVLab.Pictures;

/// <summary>One part of a timeline.</summary>
/// <param name="Name">What goes on.</param>
/// <param name="Amount">How much is sent, in words; empty for nothing.</param>
/// <param name="Start">When it begins, since the beginning.</param>
/// <param name="Length">How long it takes.</param>
/// <param name="Tone">What its colour says.</param>
internal sealed record TimelineBar(string Name, string Amount, TimeSpan Start, TimeSpan Length, TimelineTone Tone);
