namespace HyperVLab.Engine.Compute;

/// <summary>How a guest writes to its memory from a moment on, until the next such record.</summary>
/// <param name="From">Since when.</param>
/// <param name="HotBytesPerSecond">What it writes to its hot set in a second.</param>
/// <param name="HotSetBytes">How large that set is.</param>
/// <param name="SweepBytesPerSecond">How fast it goes through all of its memory, page after page.</param>
public sealed record GuestWrites(
    TimeSpan From, long HotBytesPerSecond, long HotSetBytes, long SweepBytesPerSecond);
