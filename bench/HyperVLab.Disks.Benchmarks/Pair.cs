namespace HyperVLab.Disks.Benchmarks;

/// <summary>A job and what it is measured against.</summary>
/// <param name="Name">What both do.</param>
/// <param name="Ours">The job and its arguments; OUT is a new file.</param>
/// <param name="Theirs">The program and its arguments.</param>
/// <param name="Floor">What no such program can be quicker than, or empty.</param>
/// <param name="Input">What the other program reads from its standard input, or null.</param>
/// <param name="Copied">What OUT is a copy of before either, since it is changed; or null.</param>
/// <param name="Cold">Whether nothing of the copy is in memory when it begins.</param>
internal sealed record Pair(
    string Name,
    string[] Ours,
    string[] Theirs,
    string[] Floor,
    string? Input = null,
    string? Copied = null,
    bool Cold = false);
