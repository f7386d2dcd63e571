namespace HyperVLab.Engine.Storage;

/// <summary>The figures of storage, each with where it comes from.</summary>
internal static class StorageSettings
{
    /// <summary>Hyper-V warns when a volume has less free (Hyper-V: 2 GB).</summary>
    public const long LowFreeBytes = 2L << 30;

    /// <summary>Hyper-V pauses the virtual machines that write to a volume with less free (Hyper-V: 200 MB).</summary>
    public const long CriticalFreeBytes = 200L << 20;

    /// <summary>What new VHDs carry as their time of making when virtual time is zero: the day on which R2 came out (ours).</summary>
    public static readonly DateTimeOffset Began = new(2009, 10, 22, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Each block of a VHD that Windows 8 or later made begins at a multiple of this (seen in Windows 10's files).</summary>
    public const int BlockAlignmentBytes = 4096;
}
