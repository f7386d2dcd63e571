namespace HyperVLab.Engine.Networking;

/// <summary>Whether a setting is on; the values are those of Hyper-V.</summary>
public enum OnOffState
{
    /// <summary>It is on.</summary>
    On = 0,

    /// <summary>It is off.</summary>
    Off = 1,
}
