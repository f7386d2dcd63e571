namespace HyperVLab.Engine.Management;

/// <summary>What of its source a conversion waits for.</summary>
public enum ConversionWait
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>That Windows PE runs on it.</summary>
    Preinstallation,

    /// <summary>That it is off, or runs its own operating system again.</summary>
    Release,
}
