namespace HyperVLab.Engine.Compute;

/// <summary>What a guest asks of its host while it runs.</summary>
/// <param name="ProcessorPercent">Of its virtual processors, 0 to 100.</param>
/// <param name="DiskOperationsPerSecond">Reads from and writes to its disks.</param>
/// <param name="NetworkBitsPerSecond">What it sends and receives.</param>
public sealed record GuestLoad(int ProcessorPercent, int DiskOperationsPerSecond, long NetworkBitsPerSecond)
{
    /// <summary>Nothing.</summary>
    public static GuestLoad Idle { get; } = new(0, 0, 0);
}
