namespace HyperVLab.Pictures;

/// <summary>Something that takes time in parts, as it is drawn.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Facts">What is to know of it, a sentence each.</param>
/// <param name="Length">How long it takes.</param>
/// <param name="Bars">Its parts in order.</param>
internal sealed record Timeline(
    string Title, IReadOnlyList<string> Facts, TimeSpan Length, IReadOnlyList<TimelineBar> Bars);
