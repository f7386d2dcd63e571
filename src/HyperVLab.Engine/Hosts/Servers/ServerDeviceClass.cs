namespace HyperVLab.Engine.Hosts;

/// <summary>What a device of a server is, as Windows' setup classes call it.</summary>
public enum ServerDeviceClass
{
    /// <summary>A controller of disks: without its driver, nothing boots.</summary>
    SCSIAdapter,

    /// <summary>A controller of IDE disks.</summary>
    HDC,

    /// <summary>A network adapter.</summary>
    Net,

    /// <summary>Anything else, such as a management controller.</summary>
    System,
}
