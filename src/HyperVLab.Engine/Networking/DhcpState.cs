namespace HyperVLab.Engine.Networking;

/// <summary>Whether an adapter takes its address from a pool; the names are those of Set-NetIPInterface.</summary>
public enum DhcpState
{
    /// <summary>It does not.</summary>
    Disabled,

    /// <summary>It does.</summary>
    Enabled,
}
