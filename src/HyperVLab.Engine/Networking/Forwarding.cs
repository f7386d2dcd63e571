namespace HyperVLab.Engine.Networking;

/// <summary>
/// Whether a computer forwards what comes in and is for others; the names are those of Set-NetIPInterface.
/// </summary>
public enum Forwarding
{
    /// <summary>It does not.</summary>
    Disabled,

    /// <summary>It does, as a router.</summary>
    Enabled,
}
