namespace HyperVLab.Engine.Management;

/// <summary>What a file in the library is, which its name says.</summary>
public enum LibraryResourceKind
{
    /// <summary>A virtual hard disk: .vhd or .vhdx.</summary>
    VirtualHardDisk,

    /// <summary>The image of a CD or DVD: .iso.</summary>
    ISO,

    /// <summary>A script (.ps1, .sql) or an answer file (.xml, .inf).</summary>
    Script,

    /// <summary>The setup information of a driver: an .inf file that names a class of devices.</summary>
    DriverPackage,
}
