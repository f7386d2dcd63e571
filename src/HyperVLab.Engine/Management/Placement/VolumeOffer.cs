namespace HyperVLab.Engine.Management;

/// <summary>What a volume has for virtual machines; hosts that share it have the same one.</summary>
/// <param name="isShared">Whether a cluster shares it.</param>
internal sealed class VolumeOffer(bool isShared)
{
    /// <summary>Whether a cluster shares it.</summary>
    public bool IsShared { get; } = isShared;

    /// <summary>Its room.</summary>
    public long FreeBytes { get; set; }
}
