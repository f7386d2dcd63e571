namespace HyperVLab.Engine.Networking;

/// <summary>Whether a port's frames are copied to other ports; the values are those of Hyper-V.</summary>
public enum PortMirroring
{
    /// <summary>They are not.</summary>
    None = 0,

    /// <summary>It gets copies of the sources' frames.</summary>
    Destination = 1,

    /// <summary>What it sends and gets is copied.</summary>
    Source = 2,
}
