namespace HyperVLab.Pictures;

/// <summary>A stretch of the disk that has a name: a partition.</summary>
/// <param name="OffsetBytes">Where it begins.</param>
/// <param name="LengthBytes">How long it is.</param>
/// <param name="Name">What it is called.</param>
internal sealed record PictureSpan(long OffsetBytes, long LengthBytes, string Name);
