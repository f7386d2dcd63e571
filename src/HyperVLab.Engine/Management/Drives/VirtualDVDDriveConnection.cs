namespace HyperVLab.Engine.Management;

/// <summary>What a virtual DVD drive is connected to, as Virtual Machine Manager calls it.</summary>
public enum VirtualDVDDriveConnection
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The image of a disc.</summary>
    ISOImage,
}
