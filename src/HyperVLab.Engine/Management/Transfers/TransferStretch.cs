namespace HyperVLab.Engine.Management;

/// <summary>A part of a transfer that was sent without a break.</summary>
/// <param name="Offset">Its first byte.</param>
/// <param name="Bytes">How many bytes.</param>
/// <param name="Began">When it began to be sent, since the lab began.</param>
/// <param name="Ended">When it ended.</param>
public sealed record TransferStretch(long Offset, long Bytes, TimeSpan Began, TimeSpan Ended);
