namespace HyperVLab.Engine.Storage;

/// <summary>How one computer reaches another over the network that redirected I/O takes.</summary>
/// <param name="BitsPerSecond">The speed of the slower end.</param>
/// <param name="Roundtrip">There and back, with what makes frames late now.</param>
/// <param name="LossPercent">How many of a hundred frames are lost, there or back.</param>
internal sealed record OwnerLink(long BitsPerSecond, TimeSpan Roundtrip, int LossPercent);
