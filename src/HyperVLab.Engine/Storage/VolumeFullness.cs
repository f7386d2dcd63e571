namespace HyperVLab.Engine.Storage;

/// <summary>How much a volume has left, by the limits at which Hyper-V acts.</summary>
internal enum VolumeFullness
{
    /// <summary>Enough.</summary>
    Ample,

    /// <summary>Hyper-V warns.</summary>
    Low,

    /// <summary>Virtual machines that write to it are paused.</summary>
    Critical,
}
