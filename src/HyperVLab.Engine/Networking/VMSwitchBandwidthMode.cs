namespace HyperVLab.Engine.Networking;

/// <summary>In which units a virtual switch's ports say how much is kept for them.</summary>
public enum VMSwitchBandwidthMode
{
    /// <summary>Weight (Microsoft, New-VMSwitch).</summary>
    Default,

    /// <summary>Shares from 1 to 100.</summary>
    Weight,

    /// <summary>Bits a second.</summary>
    Absolute,

    /// <summary>Nothing is kept for anybody.</summary>
    None,
}
