namespace HyperVLab.Engine.Networking;

/// <summary>Whom a virtual switch connects; the values are those of Hyper-V.</summary>
public enum VMSwitchType
{
    /// <summary>Virtual machines of one host with each other.</summary>
    Private = 0,

    /// <summary>Those and the host's management operating system.</summary>
    Internal = 1,

    /// <summary>Those and, by an adapter of the host, the physical network.</summary>
    External = 2,
}
